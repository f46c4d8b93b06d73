import { instantOf } from '#domain/calendar/calendar.ts';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aCase } from '#kit/adjustments.ts';
import { mergeCharts, rowsOf } from '#kit/chart-merges.ts';
import { aClient } from '#kit/clients.ts';
import { deadlocksIn } from '#kit/database.ts';
import { anOrganization, inside, worldOfFile } from '#kit/world.ts';
import type { Database } from '#server/database/pool.ts';

let south: Awaited<ReturnType<typeof anOrganization>>;
let foreign: string;

const world = worldOfFile();

beforeAll(async () => {
  south = await anOrganization(world.db, 'South');
  foreign = (await aClient(world, { organizationId: south.organizationId, programId: south.programId, therapistId: null })).clientId;
});

const asApp = <T>(work: (db: Database) => Promise<T>, organizationId = world.organizationId) => inside(world, work, organizationId);
const call = (db: Database, merged: string, surviving: string, by = world.staff.therapist.staffId) =>
  sql`select merge_clients(${merged}, ${surviving}, ${by}, 'why', '{}')`.execute(db);

test('a chart of another organization is as unknown as one that isn’t there, whichever survives', async () => {
  const { clientId } = await aClient(world);
  for (const [surviving, merged] of [
    [clientId, foreign],
    [foreign, clientId],
  ] as const)
    expect((await mergeCharts(world, surviving, merged)).status).toBe(404);
  expect(await rowsOf(world, foreign)).toEqual({ episode: 1 });
});

test('the function itself keeps to the organization of the request', async () => {
  const { clientId } = await aClient(world);
  await expect(asApp((db) => call(db, foreign, clientId))).rejects.toThrow(/no two charts/);
  await expect(asApp((db) => call(db, clientId, foreign))).rejects.toThrow(/no two charts/);
  await expect(asApp((db) => call(db, clientId, foreign), south.organizationId)).rejects.toThrow(/no two charts/);
  const other = (await aClient(world)).clientId;
  await expect(asApp((db) => call(db, other, clientId, south.staff.therapist.staffId))).rejects.toThrow(/foreign key/);
  await expect(call(world.db, other, clientId)).rejects.toThrow(/no two charts/);
});

test('a chart can’t be merged into itself, nor one that was merged already', async () => {
  const [one, two, three] = [await aClient(world), await aClient(world), await aClient(world)];
  expect((await mergeCharts(world, one.clientId, one.clientId)).status).toBe(400);
  await expect(asApp((db) => call(db, one.clientId, one.clientId))).rejects.toThrow(/no two charts/);
  expect((await mergeCharts(world, one.clientId, two.clientId)).status).toBe(200);
  // The folded chart's address leads to the one that stands: it would be merged with itself, or is not there to fold.
  expect((await mergeCharts(world, three.clientId, two.clientId)).status).toBe(404);
  await expect(asApp((db) => call(db, two.clientId, three.clientId))).rejects.toThrow(/no two charts/);
});

test('what was kept as it was written can’t be moved by anybody outside a merge, nor changed in one', async () => {
  const { clientId, screenId } = await aCase(world);
  const other = (await aClient(world)).clientId;
  await expect(
    asApp((db) =>
      db
        .updateTable('screen')
        .set({ client_id: other })
        .where('id', '=', screenId ?? '')
        .execute(),
    ),
  ).rejects.toThrow(/permission denied|keeps every row/);
  await expect(
    world.db
      .updateTable('screen')
      .set({ client_id: other })
      .where('id', '=', screenId ?? '')
      .execute(),
  ).rejects.toThrow(/keeps every row/);
  const pretended = asApp(async (db) => {
    await sql`select set_config('cairn.merging', 'on', true)`.execute(db);
    await db.updateTable('screen').set({ client_id: other }).where('client_id', '=', clientId).execute();
  });
  await expect(pretended).rejects.toThrow(/permission denied|keeps every row/);
  const inMerge = world.db.transaction().execute(async (db) => {
    await sql`select set_config('cairn.organization', ${world.organizationId}, true),
      set_config('cairn.moment', ${instantOf(world.clock.now)}, true)`.execute(db);
    await call(db, clientId, other);
    await db.updateTable('screen').set({ outcome: 'excused' }).where('client_id', '=', other).execute();
  });
  await expect(inMerge).rejects.toThrow(/keeps every row/);
});

test('nobody writes a merge by hand, or merges one without it', async () => {
  const [one, two] = [await aClient(world), await aClient(world)];
  const row = {
    organization_id: world.organizationId,
    merged_id: one.clientId,
    surviving_id: two.clientId,
    merged_number: 'x',
    why: 'x',
    by: world.staff.therapist.staffId,
  };
  await expect(asApp((db) => db.insertInto('client_merge').values(row).execute())).rejects.toThrow(/permission denied/);
  await expect(
    asApp((db) => db.updateTable('client').set({ superseded_by: two.clientId }).where('id', '=', one.clientId).execute()),
  ).rejects.toThrow(/signed merge alone/);
  for (const name of ['move_client_rows', 'exclude_conflicting_rows', 'join_open_episodes']) {
    const { rows } = await sql<{
      may: boolean;
    }>`select has_function_privilege('cairn_app', p.oid, 'execute') as may from pg_proc p where p.proname = ${name}`.execute(world.db);
    expect([name, rows]).toEqual([name, [{ may: false }]]);
  }
});

test('a table of the caller’s own by the name of one of ours is not read inside the function', async () => {
  const [one, two] = [await aClient(world), await aClient(world)];
  const tricked = asApp(async (db) => {
    await sql`create temp table client (organization_id uuid, id uuid, superseded_by uuid, chart_number text)`.execute(db);
    await call(db, two.clientId, one.clientId);
    const { rows } = await sql<{
      surviving: string;
    }>`select superseded_by as surviving from public.client where id = ${two.clientId}`.execute(db);
    throw new Error(`undone, and it stood: ${rows[0]?.surviving}`);
  });
  await expect(tricked).rejects.toThrow(`it stood: ${one.clientId}`);
});

test('of two merges at the same moment one is done and the other is told, and neither waits for the other', async () => {
  const [one, two, three] = [await aClient(world), await aClient(world), await aClient(world)];
  const answers = await Promise.all([
    mergeCharts(world, one.clientId, two.clientId),
    mergeCharts(world, two.clientId, one.clientId, {}, 'director'),
    mergeCharts(world, three.clientId, two.clientId, {}, 'director'),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await deadlocksIn(world.db)).toBe(0);
});

test('what is written to a chart while it is merged lands on the surviving one', async () => {
  const [one, two] = [await aClient(world), await aClient(world)];
  const row = {
    organization_id: world.organizationId,
    client_id: two.clientId,
    method: 'phone',
    two_way: true,
    note: null,
    by: world.staff.therapist.staffId,
    at: '2026-11-20T15:00:00Z' as never,
  };
  await Promise.all([
    mergeCharts(world, one.clientId, two.clientId),
    ...Array.from({ length: 12 }, () => asApp((db) => db.insertInto('contact').values(row).execute())),
  ]);
  expect(await rowsOf(world, two.clientId)).toEqual({});
  expect((await rowsOf(world, one.clientId))['contact']).toBe(12);
});

test('every table that names a client follows merges, and those that are kept as written are guarded', async () => {
  const { rows } = await sql<{ name: string; follows: boolean; kept: boolean; guarded: boolean }>`select name,
      exists (select from pg_trigger t where t.tgrelid = o.id and t.tgfoid = 'redirect_merged_client()'::regprocedure) as follows,
      exists (select from pg_trigger t where t.tgrelid = o.id and t.tgfoid = 'refuse_change()'::regprocedure) as kept,
      exists (select from pg_trigger t where t.tgrelid = o.id and t.tgfoid = 'allow_client_change_only()'::regprocedure) as guarded
    from client_tables() o`.execute(world.db);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter(({ follows, kept, guarded }) => !follows || kept !== guarded)).toEqual([]);
});
