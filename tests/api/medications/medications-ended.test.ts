import { sql } from 'kysely';
import pino from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aSession, seen } from '#kit/adjustments.ts';
import { madeBy } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { needingToday } from '#kit/today.ts';
import { worldOfFile } from '#kit/world.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';

let clientId: string;
const world = worldOfFile();

const at = (moment: string) => void (world.clock.now = new Date(moment));
const morning = '2026-11-23T14:02:00.000Z';
/** Half past midnight in the clinic, on the 25th. */
const itsDay = '2026-11-25T06:30:00.000Z';
beforeEach(async () => {
  at(morning);
  clientId = (await aClient(world)).clientId;
});

const log = pino({ level: 'silent' });
const kept = () => runJobs(world.db, instantOf(world.clock.now), log);
const clocks = () =>
  world.db
    .selectFrom('safety_concern')
    .select(['trigger', 'opened_at', 'notified', 'source_facts', 'raised_by'])
    .where('client_id', '=', clientId)
    .execute();
const as = (path: string, body: object, version?: number) =>
  world.as('therapist').post(`/clients/${clientId}/medications${path}`, body, version === undefined ? {} : seen(version));
const someoneWaits = async () =>
  (
    await sql<object>`select from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where not granted and datname = current_database() union all
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db)
  ).rows.length > 0;
const add = (name: string, over: object = {}) =>
  as('', { name, dose: '8 mg', startedOn: '2026-10-01', endedOn: null, prescriber: null, ...over }).then(madeBy);
async function stop(id: string, lastOn: string, version = 1): Promise<void> {
  expect((await as(`/${id}/stopped`, { lastOn, because: 'Own wish' }, version)).status).toBe(200);
}
const correct = (id: string, endedOn: string | null, version: number) =>
  as(
    `/${id}`,
    { name: 'buprenorphine', dose: '8 mg', startedOn: '2026-10-01', endedOn, prescriber: 'Dr. Abara', because: 'Misread' },
    version,
  );

test('a last day said ahead starts the safety clock when it comes, once, however many servers look at it', async () => {
  await stop(await add('Suboxone film'), '2026-11-25');
  await kept();
  at('2026-11-25T05:59:00.000Z');
  await kept();
  expect(await clocks()).toEqual([]);
  at(itsDay);
  await Promise.all([kept(), kept(), kept(), kept()]);
  const started = {
    trigger: 'opioid-medication-stopped',
    opened_at: itsDay,
    notified: null,
    source_facts: { ended: { medication: 'Suboxone film', lastOn: '2026-11-25' } },
    raised_by: world.staff.therapist.staffId,
  };
  expect(await clocks()).toEqual([started]);
  at('2026-11-26T14:00:00.000Z');
  await kept();
  expect(await clocks()).toEqual([started]);
  expect(await world.db.selectFrom('medication').select('ends_ahead_on').where('client_id', '=', clientId).execute()).toEqual([
    { ends_ahead_on: null },
  ]);
});

test('Today puts it first and asks who was told', async () => {
  await aSession(world, clientId, day('2026-11-22'), 'present');
  await stop(await add('methadone'), '2026-11-25');
  at(itsDay);
  await kept();
  const clients = await needingToday(world);
  expect(clients.find((row) => row.clientId === clientId)?.needs[0]).toMatchObject({ kind: 'safety', about: { kind: 'tell' } });
  const notified = { notified: { who: 'Dr. Abara', at: itsDay } };
  expect((await world.as('therapist').post(`/clients/${clientId}/safety-concerns/notifications`, notified)).status).toBe(200);
  expect(await clocks()).toMatchObject([{ notified: 'Dr. Abara' }]);
});

test('a server that was down on the day looks at it on the next', async () => {
  await stop(await add('buprenorphine'), '2026-11-25');
  at('2026-11-27T14:00:00.000Z');
  await kept();
  expect(await clocks()).toHaveLength(1);
});

test.each<[string, () => Promise<unknown>]>([
  ['what was stopped is not for opioid use', async () => stop(await add('sertraline'), '2026-11-25')],
  [
    'another for opioid use goes on',
    async () => {
      await stop(await add('buprenorphine'), '2026-11-25');
      await add('methadone');
    },
  ],
  [
    'it goes on after all',
    async () => {
      const id = await add('buprenorphine');
      await stop(id, '2026-11-25');
      expect((await correct(id, null, 2)).status).toBe(200);
    },
  ],
  [
    'its last day was moved on',
    async () => {
      const id = await add('buprenorphine');
      await stop(id, '2026-11-25');
      expect((await correct(id, '2026-11-30', 2)).status).toBe(200);
    },
  ],
  [
    'it was never taken',
    async () => {
      const id = await add('buprenorphine');
      await stop(id, '2026-11-25');
      expect((await as(`/${id}/withdrawn`, { because: 'Another client’s' }, 2)).status).toBe(200);
    },
  ],
  [
    'they have left',
    async () => {
      await stop(await add('buprenorphine'), '2026-11-25');
      await world.db
        .updateTable('episode')
        .set({ closed_on: day('2026-11-24'), closed_because: 'moved-away' })
        .where('client_id', '=', clientId)
        .execute();
    },
  ],
  ['it had ended when it was entered', async () => add('buprenorphine', { endedOn: '2026-11-20' })],
])('no clock starts where %s', async (_, notified) => {
  await notified();
  at(itsDay);
  await kept();
  expect(await clocks()).toEqual([]);
});

test('whoever is just adding another one is waited for', async () => {
  await stop(await add('buprenorphine'), '2026-11-25');
  at(itsDay);
  const own = { organization_id: world.organizationId, client_id: clientId, dose: null, started_on: day('2026-11-25'), ended_on: null };
  const job = await world.db.transaction().execute(async (db) => {
    await db.selectFrom('client').select('id').where('id', '=', clientId).forUpdate().execute();
    await db
      .insertInto('medication')
      .values({ ...own, name: 'methadone' })
      .execute();
    const looking = { over: false, done: Promise.resolve() };
    looking.done = kept().finally(() => (looking.over = true));
    while (!looking.over && !(await someoneWaits())) await new Promise((done) => setTimeout(done, 10));
    return looking;
  });
  await job.done;
  expect(await clocks()).toEqual([]);
});

test('a day that was moved is looked at when the new one comes', async () => {
  const id = await add('buprenorphine');
  await stop(id, '2026-11-25');
  await correct(id, '2026-11-30', 2);
  at(itsDay);
  await kept();
  expect(await clocks()).toEqual([]);
  at('2026-11-30T15:00:00.000Z');
  await kept();
  expect(await clocks()).toHaveLength(1);
});

test('another dose from today on ends when the course was to end', async () => {
  const id = await add('buprenorphine');
  await stop(id, '2026-11-25');
  expect((await as(`/${id}/doses`, { dose: '4 mg', from: '2026-11-23' }, 2)).status).toBe(200);
  at(itsDay);
  await kept();
  expect(await clocks()).toHaveLength(1);
});

test('where somebody stops the other one that day, and says who was told, that clock is the one', async () => {
  await stop(await add('buprenorphine'), '2026-11-25');
  const methadone = await add('methadone');
  at(itsDay);
  const notified = { who: 'Dr. Abara', at: 'now' };
  expect((await as(`/${methadone}/stopped`, { lastOn: '2026-11-25', because: 'Own wish', notified }, 1)).status).toBe(200);
  await kept();
  expect(await clocks()).toMatchObject([{ notified: 'Dr. Abara' }]);
});

test('a last day that nobody noted, as of an import, is noted within the hour', async () => {
  await world.db
    .insertInto('medication')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      name: 'buprenorphine',
      dose: null,
      started_on: day('2026-10-01'),
      ended_on: day('2026-11-25'),
    })
    .execute();
  await kept();
  at(itsDay);
  await kept();
  expect(await clocks()).toMatchObject([{ trigger: 'opioid-medication-stopped', raised_by: null }]);
});

test('a day that has come and waits is not forgotten by a correction', async () => {
  const id = await add('buprenorphine');
  await stop(id, '2026-11-25');
  at(itsDay);
  expect((await correct(id, '2026-11-24', 2)).status).toBe(200);
  await kept();
  expect(await clocks()).toHaveLength(1);
});
