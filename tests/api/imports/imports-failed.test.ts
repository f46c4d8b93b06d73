import { sql } from 'kysely';
import pino from 'pino';
import { expect, test } from 'vitest';
import { addHours, instantOf } from '#domain/calendar/calendar.ts';
import { aCheckedFile, answer, oneImport, settledImport, type Brought } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfEachTest } from '#kit/world.ts';
import { goOnAfterStart, goOnWhereNobodyWorks } from '#server/imports/left-imports.ts';
import { rowCounts } from './intake-files.ts';

const world = worldOfEachTest();
const silent = pino({ level: 'silent' });
const server = () => ({ db: world.db, clock: () => world.clock.now });

const medications = (name: string, rows: number) =>
  ['chart_number,name,started_on', ...Array.from({ length: rows }, (_, at) => `C1,${name} ${at},2026-07-01`)].join('\n');

/** Until it is mended, the database refuses a medication of this name, with this code. */
async function theDatabaseRefuses(name: string, code = 'P0001'): Promise<{ readonly mend: () => Promise<unknown> }> {
  await sql`create function refuse_one() returns trigger language plpgsql as $$
    begin
      if new.name = ${sql.lit(name)} then raise exception 'not this one' using errcode = ${sql.lit(code)}; end if;
      return new;
    end $$`.execute(world.db);
  await sql`create trigger refuse_one before insert on medication for each row execute function refuse_one()`.execute(world.db);
  return { mend: () => sql`drop function refuse_one() cascade`.execute(world.db) };
}

/** The import is as a server left it that died after the work was asked for. */
const left = ({ id }: Brought, rows: number, seenAt: string | null = null) =>
  world.db
    .updateTable('import_batch')
    .set({ state: 'importing', runs: 1, done: 0, of_rows: rows, run_by: world.staff.director.staffId, heartbeat_at: seenAt as never })
    .where('id', '=', id)
    .execute();

const stored = async () => (await rowCounts(world))['medication'];

test('an import whose work throws is stopped with the reason, and goes on from there when somebody tries again', async () => {
  await aClient(world, { chart: 'C1' });
  const file = await aCheckedFile(world, 'medications', medications('medicine', 600));
  const { mend } = await theDatabaseRefuses('medicine 300');
  const failed = { state: 'failed', stoppedBecause: 'unexpected', failedIn: 'importing', counts: { in: 250 } };
  expect(await file.run()).toMatchObject(failed);
  expect(await answer(file.call('retries'), 'retry')).toMatchObject({ state: 'importing', stoppedBecause: null });
  expect(await settledImport(world, file.id)).toMatchObject(failed);
  await mend();
  await answer(file.call('retries'), 'retry');
  expect(await settledImport(world, file.id)).toMatchObject({ state: 'in', stoppedBecause: null, failedIn: null, counts: { in: 600 } });
  expect(await stored()).toBe(600);
});

test('a check that throws can be tried again, and its columns matched otherwise', async () => {
  await aClient(world, { chart: 'C1' });
  const file = await aCheckedFile(world, 'medications', medications('medicine', 3));
  const fail = () =>
    world.db.updateTable('import_batch').set({ state: 'failed', failed_in: 'checking', stopped_because: 'unexpected' }).execute();
  await fail();
  await answer(file.call('retries'), 'retry');
  expect(await settledImport(world, file.id)).toMatchObject({ state: 'checked', counts: { ready: 3 } });
  await fail();
  const { mapping } = await oneImport(world, file.id);
  await answer(file.call('match', { source: 'Other system', mapping }), 'match');
  expect(await settledImport(world, file.id)).toMatchObject({ state: 'checked', counts: { ready: 3 } });
  expect((await file.call('retries')).status).toBe(409);
});

test('what is in of a failed import can be taken back, and throwing the rest away leaves what is in', async () => {
  await aClient(world, { chart: 'C1' });
  await theDatabaseRefuses('medicine 300');
  const file = await aCheckedFile(world, 'medications', medications('medicine', 600));
  await file.run();
  expect(await answer(file.call('thrown-away'), 'throwAway')).toEqual({ left: 350 });
  expect(await file.now()).toMatchObject({ state: 'in', stoppedBecause: null, counts: { in: 250, ready: 0 } });
  expect(await answer(file.call('undo', { leaveDependents: false }), 'undo')).toMatchObject({ undone: 250 });

  const other = await aCheckedFile(world, 'medications', medications('medicine', 301));
  await other.run();
  expect(await answer(other.call('undo', { leaveDependents: false }), 'undo')).toMatchObject({ undone: 250, import: { state: 'undone' } });
  expect(await stored()).toBe(0);
});

test('a failed import of which nothing is in is gone once it is thrown away', async () => {
  await aClient(world, { chart: 'C1' });
  await theDatabaseRefuses('medicine 0');
  const file = await aCheckedFile(world, 'medications', medications('medicine', 3));
  expect(await file.run()).toMatchObject({ state: 'failed', undoUntil: null });
  await answer(file.call('thrown-away'), 'throwAway');
  expect(await world.db.selectFrom('import_batch').select('id').execute()).toEqual([]);
});

test('one import that fails stops nobody else’s after a restart', async () => {
  await aClient(world, { chart: 'C1' });
  const bad = await aCheckedFile(world, 'medications', medications('poison', 3));
  const good = await aCheckedFile(world, 'medications', medications('medicine', 3));
  await theDatabaseRefuses('poison 1');
  await left(bad, 3);
  await left(good, 3);
  await goOnAfterStart(server(), silent);
  expect(await bad.now()).toMatchObject({ state: 'failed', stoppedBecause: 'unexpected' });
  expect(await good.now()).toMatchObject({ state: 'in', counts: { in: 3 } });
});

test('work that took the database too long says so, and a database that was away is tried again by itself, three times', async () => {
  await aClient(world, { chart: 'C1' });
  const slow = await aCheckedFile(world, 'medications', medications('slow', 3));
  const { mend } = await theDatabaseRefuses('slow 1', '57014');
  expect(await slow.run()).toMatchObject({ state: 'failed', stoppedBecause: 'too-slow' });
  await mend();

  const busy = await aCheckedFile(world, 'medications', medications('busy', 3));
  await theDatabaseRefuses('busy 1', '40P01');
  await left(busy, 3);
  for (const state of ['importing', 'importing', 'importing', 'failed']) {
    await goOnAfterStart(server(), silent);
    expect(await busy.now()).toMatchObject({ state });
  }
  expect(await busy.now()).toMatchObject({ stoppedBecause: 'kept-stopping', failedIn: 'importing' });
});

test('another server goes on once nobody was seen to work for two minutes, and not before', async () => {
  await aClient(world, { chart: 'C1' });
  const file = await aCheckedFile(world, 'medications', medications('medicine', 3));
  const now = instantOf(world.clock.now);
  await left(file, 3, addHours(now, -1 / 60));
  await goOnWhereNobodyWorks(server(), silent);
  expect(await file.now()).toMatchObject({ state: 'importing' });
  world.clock.now = new Date(addHours(now, 1.5 / 60));
  await goOnWhereNobodyWorks(server(), silent);
  expect(await file.now()).toMatchObject({ state: 'in', counts: { in: 3 } });
});

test('only whoever may open an import tries it again', async () => {
  await aClient(world, { chart: 'C1' });
  const file = await aCheckedFile(world, 'medications', medications('medicine', 3));
  expect((await world.as('therapist').post(`/imports/${file.id}/retries`, {})).status).toBe(403);
  expect((await world.as('administrator').post(`/imports/${file.id}/retries`, {})).status).toBe(404);
});
