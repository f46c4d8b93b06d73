import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { cohort as entries, type CohortOverview, type Measured } from '#contract/cohort.ts';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { mergeCharts } from '#kit/chart-merges.ts';
import { aClient } from '#kit/clients.ts';
import { meetsOn, threeSessions } from '#kit/cohort.ts';
import { inside, worldOfEachTest } from '#kit/world.ts';
import { recomputeAll } from '#server/projections/recompute-stale.ts';
import { staleClients } from '#server/projections/stale-clients.rows.ts';

const world = worldOfEachTest();
const evenings = [1, 3, 5];

const overview = async (): Promise<CohortOverview> => {
  const response = await world.as('director').get('/cohort');
  expect(response.status).toBe(200);
  return entries.overview.output.parse(await response.json());
};
const hoursOf = ({ measures: { hours } }: CohortOverview): Measured => {
  if ('unavailable' in hours) throw new Error('hours are unavailable');
  return hours;
};

async function somebody(lastName: string): Promise<{ clientId: string; episodeId: string }> {
  const client = await aClient(world, { lastName });
  await meetsOn(world, client, evenings, 9);
  return client;
}

test('what was delivered in a stay stays in the numbers of its weeks once the stay is over', async () => {
  const client = await somebody('Past');
  await threeSessions(world, client, day('2026-11-02'));
  await threeSessions(world, client, day('2026-11-09'));
  await world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-11-15'), closed_because: 'completed' })
    .where('id', '=', client.episodeId)
    .execute();
  const hours = hoursOf(await overview());
  expect(hours.latest).toMatchObject({ numerator: 18, denominator: 18, met: 2, people: 1 });
  expect(hours.trend.points.slice(-4).map(({ numerator }) => numerator)).toEqual([0, 9, 9, 0]);
});

test('a closed day of the program takes its hours out of the weeks of those who have left', async () => {
  const client = await somebody('Closed');
  await threeSessions(world, client, day('2026-11-09'), [{}, null, {}]);
  await world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-11-15'), closed_because: 'completed' })
    .where('id', '=', client.episodeId)
    .execute();
  expect(hoursOf(await overview()).latest).toMatchObject({ numerator: 6, denominator: 9 });
  await world.db
    .insertInto('closure')
    .values({
      organization_id: world.organizationId,
      program_id: world.programId,
      kind: 'holiday',
      label: 'Veterans Day',
      from_on: day('2026-11-11'),
      to_on: day('2026-11-11'),
    })
    .execute();
  expect(hoursOf(await overview()).latest).toMatchObject({ numerator: 6, denominator: 6 });
});

test('a week that is over in the clinic’s zone and not at the client’s own site is counted once it is over there', async () => {
  const { id: far } = await world.db
    .insertInto('site')
    .values({ organization_id: world.organizationId, name: 'Honolulu', time_zone: 'Pacific/Honolulu' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const client = await somebody('West');
  await world.db.updateTable('episode').set({ site_id: far }).where('id', '=', client.episodeId).execute();
  await threeSessions(world, client, day('2026-11-16'));
  world.clock.now = new Date('2026-11-23T07:00:00Z');
  expect(await overview()).toMatchObject({ latest: { to: '2026-11-22' }, measures: { hours: { latest: { met: 0, leftOut: 0 } } } });
  world.clock.now = new Date('2026-11-23T10:00:00Z');
  expect(hoursOf(await overview()).latest).toMatchObject({ met: 1, leftOut: 0 });
});

test('while more weeks are old than one request works out, the page and the list say so, and are whole afterwards', async () => {
  await sql`with people as (insert into client (organization_id, chart_number, first_name, last_name)
      select ${world.organizationId}, 'N-' || n, 'N', 'Many' from generate_series(1, 104) n returning id)
    insert into episode (organization_id, client_id, program_id, opened_on)
      select ${world.organizationId}, id, ${world.programId}, '2026-10-05' from people`.execute(world.db);
  const list = async () => {
    const response = await world.as('director').get('/cohort/hours/people');
    return entries.people.output.parse(await response.json());
  };
  expect((await overview()).beingWorkedOut).toBe(4);
  await expect.poll(async () => (await overview()).beingWorkedOut).toBe(0);
  await sql`update projection_basis set version = version + 1`.execute(world.db);
  expect((await list()).beingWorkedOut).toBe(4);
  await expect.poll(async () => (await list()).beingWorkedOut).toBe(0);
});

test('a rebuild brings back the weeks of everybody who ever was in care, and drops those that nobody has any more', async () => {
  const client = await somebody('Rebuilt');
  await threeSessions(world, client, day('2026-11-09'));
  await threeSessions(world, client, day('2026-11-16'));
  const before = hoursOf(await overview()).latest;
  expect(before).toMatchObject({ met: 2 });
  await sql`delete from client_week where week = '2026-11-09'`.execute(world.db);
  await sql`update client_week set week = '2026-10-26', numerator = 100 where week = '2026-11-16'`.execute(world.db);
  expect(await recomputeAll({ db: world.db, clock: () => world.clock.now }, world.organizationId)).toBe(1);
  expect(hoursOf(await overview()).latest).toEqual(before);
});

test('a merge takes the weeks along with the episode, and nobody’s answers are left old', async () => {
  const [one, other] = [await somebody('Twin'), await aClient(world, { lastName: 'Twin', openedOn: day('2026-01-05') })];
  await world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-02-01'), closed_because: 'completed' })
    .where('id', '=', other.episodeId)
    .execute();
  await threeSessions(world, one, day('2026-11-16'));
  await overview();
  const weeks = () => world.db.selectFrom('client_week').select(['client_id', 'week']).orderBy('week').execute();
  expect((await weeks()).map(({ client_id }) => client_id)).toContain(one.clientId);
  expect((await mergeCharts(world, other.clientId, one.clientId)).status).toBe(200);
  expect(new Set((await weeks()).map(({ client_id }) => client_id))).toEqual(new Set([other.clientId]));
  const now = instantOf(world.clock.now);
  expect(await inside(world, (db) => staleClients(db, { now, until: now }, 10))).toEqual([]);
});
