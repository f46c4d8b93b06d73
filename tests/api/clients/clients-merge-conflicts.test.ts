import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aScreen } from '#kit/adjustments.ts';
import { comparedCharts, mergeCharts, rowsOf } from '#kit/chart-merges.ts';
import { aClient } from '#kit/clients.ts';
import { aSession, aSlot } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const own = (clientId: string) => ({ organization_id: world.organizationId, client_id: clientId });
const two = async () => ({
  surviving: (await aClient(world, { openedOn: day('2026-06-10') })).clientId,
  merged: (await aClient(world)).clientId,
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
  const { surviving, merged } = await two();
  expect((await comparedCharts(world, surviving, merged)).joins).toContain('8 Jun 2026');
  expect((await mergeCharts(world, surviving, merged)).status).toBe(200);
  const rows = await world.db.selectFrom('episode').select('opened_on').where('client_id', '=', surviving).execute();
  expect(rows).toEqual([{ opened_on: '2026-06-08' }]);
});

test('two open episodes in two programs are refused, with what to do first', async () => {
  const { id: programId } = await world.db
    .insertInto('program')
    .values({ organization_id: world.organizationId, name: 'Evening' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const surviving = (await aClient(world, { programId })).clientId;
  const merged = (await aClient(world)).clientId;
  expect((await comparedCharts(world, surviving, merged)).blocked).toContain('Close or transfer');
  const response = await mergeCharts(world, surviving, merged);
  expect([response.status, await response.json()]).toMatchObject([
    409,
    { code: 'wrong-state', detail: expect.stringContaining('Close or transfer') },
  ]);
  expect(await rowsOf(world, merged)).toEqual({ episode: 1 });
});

test('what both say alike is kept once; what differs waits for a choice', async () => {
  const { surviving, merged } = await two();
  await Promise.all([phq(surviving, 9), phq(merged, 9), hours(surviving, 9), hours(merged, 12)]);
  const { conflicts } = await comparedCharts(world, surviving, merged);
  expect(conflicts).toMatchObject([
    { about: 'PHQ-9 of 3 Nov 2026', surviving: '9, item 9: 0', merged: '9, item 9: 0', keeps: 'surviving' },
    { about: 'Prescribed hours from 10 Jun 2026', surviving: '9 hours a week', merged: '12 hours a week', keeps: null },
  ]);
  const undecided = await mergeCharts(world, surviving, merged);
  expect([undecided.status, await undecided.json()]).toMatchObject([409, { detail: expect.stringContaining('Compare them again') }]);
  const open = conflicts.find(({ keeps }) => keeps === null);
  expect((await mergeCharts(world, surviving, merged, { choices: { [open?.key ?? '']: 'merged' } })).status).toBe(200);
  const kept = await world.db.selectFrom('prescribed_hours').select('hours_per_week').where('client_id', '=', surviving).execute();
  expect(kept).toEqual([{ hours_per_week: 12 }]);
  const parts = await world.db
    .selectFrom('client_merge_part')
    .select('excluded')
    .where('found_in', '=', 'excluded: prescribed_hours')
    .execute();
  expect(parts).toMatchObject([{ excluded: [{ hours_per_week: 9, client_id: surviving }] }]);
});

test('a choice made before somebody recorded something is asked for again', async () => {
  const { surviving, merged } = await two();
  await Promise.all([phq(surviving, 9), phq(merged, 14)]);
  const [conflict] = (await comparedCharts(world, surviving, merged)).conflicts;
  await world.db.updateTable('instrument_score').set({ item9: 2 }).where('client_id', '=', merged).execute();
  expect((await mergeCharts(world, surviving, merged, { choices: { [conflict?.key ?? '']: 'surviving' } })).status).toBe(409);
});

test('booked in one session on both charts, the mark that somebody made is kept', async () => {
  const { surviving, merged } = await two();
  const sessionId = await aSession(world);
  const booking = { session_id: sessionId, session_on: day('2026-11-23'), recorded_by: null, note: null };
  await world.db
    .insertInto('attendance')
    .values([
      { ...own(surviving), ...booking, status: 'booked', minutes: null },
      { ...own(merged), ...booking, status: 'present', minutes: 170 },
    ])
    .execute();
  expect((await mergeCharts(world, surviving, merged)).status).toBe(200);
  const rows = await world.db.selectFrom('attendance').select(['client_id', 'status']).where('session_id', '=', sessionId).execute();
  expect(rows).toEqual([{ client_id: surviving, status: 'present' }]);
});

test('a screen due on one day on both charts is due once, and two that were collected both count', async () => {
  const { surviving, merged } = await two();
  const sessionId = await aSession(world);
  const slots = [await aSlot(world, surviving, sessionId), await aSlot(world, merged, sessionId)];
  const screens = [await aScreen(world, surviving), await aScreen(world, merged)];
  expect((await comparedCharts(world, surviving, merged)).conflicts).toMatchObject([{ keeps: 'surviving' }]);
  expect((await mergeCharts(world, surviving, merged)).status).toBe(200);
  expect(await rowsOf(world, surviving)).toMatchObject({ screen_slot: slots.length - 1, screen: screens.length, screen_reading: 2 });
});

test('one medication on both charts: the line that doesn’t stand is withdrawn and kept', async () => {
  const { surviving, merged } = await two();
  const line = { name: 'buprenorphine-naloxone', started_on: day('2026-09-01'), ended_on: null };
  await world.db
    .insertInto('medication')
    .values([
      { ...own(surviving), ...line, dose: '8 mg' },
      { ...own(merged), ...line, dose: '16 mg' },
    ])
    .execute();
  const [conflict] = (await comparedCharts(world, surviving, merged)).conflicts;
  expect(conflict).toMatchObject({ surviving: '8 mg, ongoing', merged: '16 mg, ongoing', keeps: null });
  expect((await mergeCharts(world, surviving, merged, { choices: { [conflict?.key ?? '']: 'merged' } })).status).toBe(200);
  const rows = await world.db
    .selectFrom('medication')
    .select(['dose', 'withdrawn_at'])
    .where('client_id', '=', surviving)
    .orderBy('dose')
    .execute();
  expect(rows).toMatchObject([
    { dose: '16 mg', withdrawn_at: null },
    { dose: '8 mg', withdrawn_at: expect.any(String) },
  ]);
});
