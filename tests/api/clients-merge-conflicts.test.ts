import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar.ts';
import { aScreen } from '#kit/adjustments.ts';
import { comparedCharts, merged, rowsOf } from '#kit/chart-merges.ts';
import { aClient } from '#kit/clients.ts';
import { aSession, aSlot } from '#kit/sessions.ts';
import { aWorld, type World } from '#kit/world.ts';

let world: World;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

const own = (clientId: string) => ({ organization_id: world.organizationId, client_id: clientId });
const two = async () => ({
  standing: (await aClient(world, { openedOn: day('2026-06-10') })).clientId,
  folded: (await aClient(world)).clientId,
});
const phq = (clientId: string, score: number) =>
  world.db
    .insertInto('instrument_score')
    .values({ ...own(clientId), instrument: 'PHQ-9', taken_on: day('2026-11-03'), score, item9: 0 })
    .execute();
const hours = (clientId: string, hours_per_week: number) =>
  world.db
    .insertInto('prescribed_hours')
    .values({ ...own(clientId), hours_per_week, from_on: day('2026-06-10') })
    .execute();

test('two open episodes of one program become one, open since the earlier day', async () => {
  const { standing, folded } = await two();
  expect((await comparedCharts(world, standing, folded)).joins).toContain('8 Jun 2026');
  expect((await merged(world, standing, folded)).status).toBe(200);
  const rows = await world.db.selectFrom('episode').select('opened_on').where('client_id', '=', standing).execute();
  expect(rows).toEqual([{ opened_on: '2026-06-08' }]);
});

test('two open episodes in two programs are refused, with what to do first', async () => {
  const { id: programId } = await world.db
    .insertInto('program')
    .values({ organization_id: world.organizationId, name: 'Evening' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const standing = (await aClient(world, { programId })).clientId;
  const folded = (await aClient(world)).clientId;
  expect((await comparedCharts(world, standing, folded)).blocked).toContain('Close or transfer');
  const response = await merged(world, standing, folded);
  expect([response.status, await response.json()]).toMatchObject([
    409,
    { code: 'wrong-state', detail: expect.stringContaining('Close or transfer') },
  ]);
  expect(await rowsOf(world, folded)).toEqual({ episode: 1 });
});

test('what both say alike is kept once; what differs waits for a choice', async () => {
  const { standing, folded } = await two();
  await Promise.all([phq(standing, 9), phq(folded, 9), hours(standing, 9), hours(folded, 12)]);
  const { conflicts } = await comparedCharts(world, standing, folded);
  expect(conflicts).toMatchObject([
    { about: 'PHQ-9 of 3 Nov 2026', stands: '9, item 9: 0', folds: '9, item 9: 0', keeps: 'standing' },
    { about: 'Prescribed hours from 10 Jun 2026', stands: '9 hours a week', folds: '12 hours a week', keeps: null },
  ]);
  const undecided = await merged(world, standing, folded);
  expect([undecided.status, await undecided.json()]).toMatchObject([409, { detail: expect.stringContaining('Compare them again') }]);
  const open = conflicts.find(({ keeps }) => keeps === null);
  expect((await merged(world, standing, folded, { choices: { [open?.key ?? '']: 'folded' } })).status).toBe(200);
  const kept = await world.db.selectFrom('prescribed_hours').select('hours_per_week').where('client_id', '=', standing).execute();
  expect(kept).toEqual([{ hours_per_week: 12 }]);
  const aside = await world.db
    .selectFrom('chart_merge_part')
    .select('set_aside')
    .where('found_in', '=', 'set aside: prescribed_hours')
    .execute();
  expect(aside).toMatchObject([{ set_aside: [{ hours_per_week: 9, client_id: standing }] }]);
});

test('a choice made before somebody recorded something is asked for again', async () => {
  const { standing, folded } = await two();
  await Promise.all([phq(standing, 9), phq(folded, 14)]);
  const [conflict] = (await comparedCharts(world, standing, folded)).conflicts;
  await world.db.updateTable('instrument_score').set({ item9: 2 }).where('client_id', '=', folded).execute();
  expect((await merged(world, standing, folded, { choices: { [conflict?.key ?? '']: 'standing' } })).status).toBe(409);
});

test('booked in one session on both charts, the mark that somebody made stands', async () => {
  const { standing, folded } = await two();
  const sessionId = await aSession(world);
  const place = { session_id: sessionId, session_on: day('2026-11-23'), recorded_by: null, note: null };
  await world.db
    .insertInto('attendance')
    .values([
      { ...own(standing), ...place, status: 'booked', minutes: null },
      { ...own(folded), ...place, status: 'present', minutes: 170 },
    ])
    .execute();
  expect((await merged(world, standing, folded)).status).toBe(200);
  const rows = await world.db.selectFrom('attendance').select(['client_id', 'status']).where('session_id', '=', sessionId).execute();
  expect(rows).toEqual([{ client_id: standing, status: 'present' }]);
});

test('a screen due on one day on both charts is due once, and two that were collected both count', async () => {
  const { standing, folded } = await two();
  const sessionId = await aSession(world);
  const slots = [await aSlot(world, standing, sessionId), await aSlot(world, folded, sessionId)];
  const screens = [await aScreen(world, standing), await aScreen(world, folded)];
  expect((await comparedCharts(world, standing, folded)).conflicts).toMatchObject([{ keeps: 'standing' }]);
  expect((await merged(world, standing, folded)).status).toBe(200);
  expect(await rowsOf(world, standing)).toMatchObject({ screen_slot: slots.length - 1, screen: screens.length, screen_reading: 2 });
});

test('one medication on both charts: the line that doesn’t stand is withdrawn and kept', async () => {
  const { standing, folded } = await two();
  const line = { name: 'buprenorphine-naloxone', started_on: day('2026-09-01'), ended_on: null };
  await world.db
    .insertInto('medication')
    .values([
      { ...own(standing), ...line, dose: '8 mg' },
      { ...own(folded), ...line, dose: '16 mg' },
    ])
    .execute();
  const [conflict] = (await comparedCharts(world, standing, folded)).conflicts;
  expect(conflict).toMatchObject({ stands: '8 mg, ongoing', folds: '16 mg, ongoing', keeps: null });
  expect((await merged(world, standing, folded, { choices: { [conflict?.key ?? '']: 'folded' } })).status).toBe(200);
  const rows = await world.db
    .selectFrom('medication')
    .select(['dose', 'withdrawn_at'])
    .where('client_id', '=', standing)
    .orderBy('dose')
    .execute();
  expect(rows).toMatchObject([
    { dose: '16 mg', withdrawn_at: null },
    { dose: '8 mg', withdrawn_at: expect.any(String) },
  ]);
});
