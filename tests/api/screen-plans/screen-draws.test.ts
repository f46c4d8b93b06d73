import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, day, type Day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { booked, comesOn, hasPlan } from '#kit/screen-plans.ts';
import { aPanel, aSession, aSlot, moment } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';

let clientId: string;
let sessionId: string;
const today = day('2026-11-23');

// The session begins at 6 pm in Chicago: its collection opens at 5:30, and its day is decided from 4:15 on.
const early = '2026-11-23T22:14:00Z';
const soon = '2026-11-23T22:16:00Z';
const opened = '2026-11-23T23:31:00Z';
const silent = { error: (fault: unknown) => expect(fault).toBeUndefined() };

const world = worldOfFile();

beforeAll(async () => {
  await aPanel(world);
});
beforeEach(async () => {
  world.clock.now = new Date('2026-11-23T14:02:00Z');
  clientId = (await aClient(world)).clientId;
  sessionId = (await comesOn(world, clientId, [today, addDays(today, 2), addDays(today, 3), addDays(today, 7)]))[0] ?? '';
});

const everyDay = { perWeek: 7, maxGapDays: 1 };
const runJobsAt = (now: string) => runJobs(world.db, moment(now), silent);
const slots = () =>
  world.db
    .selectFrom('screen_slot')
    .select(['session_id', 'due_on', 'opens_at', 'reason'])
    .where('client_id', '=', clientId)
    .orderBy('due_on')
    .execute();
const draws = () =>
  world.db.selectFrom('screen_draw').select(['on_day', 'because', 'drawn', 'chance']).where('client_id', '=', clientId).execute();
const screens = () =>
  world.db.selectFrom('screen').select(['outcome', 'scheduled', 'collected_on']).where('client_id', '=', clientId).execute();
const change = (what: object) => world.db.updateTable('session').set(what).where('id', '=', sessionId).execute();

test('a day is decided shortly before its collection opens and no sooner, and no later day with it', async () => {
  await hasPlan(world, clientId, everyDay);
  await runJobsAt(early);
  expect(await draws()).toEqual([]);
  await runJobsAt(soon);
  expect(await draws()).toEqual([{ on_day: today, because: 'maximum-gap', drawn: true, chance: 1 }]);
  expect(await slots()).toEqual([{ session_id: sessionId, due_on: today, opens_at: '2026-11-23T23:30:00.000Z', reason: 'scheduled' }]);
});

test('a day is decided once, however often and by however many servers it is looked at', async () => {
  await Promise.all([runJobsAt(soon), runJobsAt(soon), runJobsAt(soon)]);
  const [first] = await draws();
  expect(first).toMatchObject({ because: 'chance' });
  for (let again = 0; again < 5; again += 1) await runJobsAt(soon);
  expect(await draws()).toEqual([first]);
  expect(await slots()).toHaveLength(first?.drawn === true ? 1 : 0);
});

test('the last collection day before the gap ends is taken', async () => {
  await hasPlan(world, clientId, { perWeek: 1, maxGapDays: 7 });
  await aSlot(world, clientId, null, addDays(today, -6));
  await runJobsAt(soon);
  expect(await draws()).toMatchObject([{ because: 'maximum-gap', drawn: true }]);
});

test('where the gap is over because there was no day in it, the first day is taken, and said so once it has opened', async () => {
  await hasPlan(world, clientId, { perWeek: 1, maxGapDays: 7 });
  await aSlot(world, clientId, null, addDays(today, -12));
  await runJobsAt(soon);
  expect(await draws()).toMatchObject([{ because: 'gap-passed', drawn: true }]);
  const late = async (now: string) => {
    world.clock.now = new Date(now);
    return (await (await world.as('therapist').get(`/clients/${clientId}/screen-plan`)).json()).lately.late;
  };
  expect(await late(soon)).toEqual([]);
  expect(await late(opened)).toEqual([today]);
});

test('an excused slot is no screen: the gap is counted from the one before it', async () => {
  await hasPlan(world, clientId, { perWeek: 1, maxGapDays: 7 });
  await aSlot(world, clientId, null, addDays(today, -6));
  const excused = await aSlot(world, clientId, null, addDays(today, -2));
  await world.db
    .insertInto('screen')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      slot_id: excused,
      scheduled: true,
      outcome: 'excused',
      collected_on: addDays(today, -2),
      source: 'logged',
    })
    .execute();
  await runJobsAt(soon);
  expect(await draws()).toMatchObject([{ because: 'maximum-gap' }]);
});

test.each([
  ['the session is cancelled', { cancelled_because: 'Snow' }],
  ['it is held by telehealth', { telehealth: true }],
  ['it collects no screens', { collects_screens: false }],
])('nothing is decided where %s', async (_, what) => {
  await change(what);
  await runJobsAt(soon);
  expect([await draws(), await slots()]).toEqual([[], []]);
});

test('nothing is decided for whoever is on leave, excused that day, or no longer in care', async () => {
  const organization_id = world.organizationId;
  await world.db
    .insertInto('leave_span')
    .values({ organization_id, client_id: clientId, from_on: addDays(today, -3), to_on: today, reason: 'Hospital' })
    .execute();
  const away = clientId;
  const excused = (await aClient(world)).clientId;
  await booked(world, excused, [sessionId], [today]);
  await world.db.updateTable('attendance').set({ status: 'excused' }).where('client_id', '=', excused).execute();
  const { clientId: left, episodeId } = await aClient(world);
  await booked(world, left, [sessionId], [today]);
  await world.db
    .updateTable('episode')
    .set({ closed_on: addDays(today, -1), closed_because: 'completed' })
    .where('id', '=', episodeId)
    .execute();
  await runJobsAt(soon);
  const decided = await world.db.selectFrom('screen_draw').select('client_id').where('client_id', 'in', [away, excused, left]).execute();
  expect(decided).toEqual([]);
});

test('a plan of none draws none', async () => {
  await hasPlan(world, clientId, { perWeek: 0, maxGapDays: 1 });
  await runJobsAt(soon);
  expect(await draws()).toMatchObject([{ drawn: false, chance: 0 }]);
});

test('a slot that nobody could know of is taken back with its session, and returns with it', async () => {
  await hasPlan(world, clientId, everyDay);
  await runJobsAt(soon);
  await change({ cancelled_because: 'Snow' });
  await runJobsAt(soon);
  expect([await slots(), await screens()]).toEqual([[], []]);
  await change({ cancelled_because: null });
  await runJobsAt(soon);
  expect(await slots()).toMatchObject([{ session_id: sessionId, due_on: today }]);
  expect(await draws()).toHaveLength(1);
});

test('it moves to another session of its day, and with the time of its own', async () => {
  await hasPlan(world, clientId, everyDay);
  await runJobsAt(soon);
  await change({ starts_at: '2026-11-24T01:00:00Z' });
  await runJobsAt(soon);
  expect(await slots()).toMatchObject([{ session_id: sessionId, opens_at: '2026-11-24T00:30:00.000Z' }]);
  const other = await aSession(world, { on: today });
  await booked(world, clientId, [other], [today]);
  await change({ telehealth: true });
  await runJobsAt(soon);
  expect(await slots()).toMatchObject([{ session_id: other, opens_at: '2026-11-23T23:30:00.000Z' }]);
});

test('one that had opened is cancelled by the program with its session, and leaves what was due', async () => {
  await hasPlan(world, clientId, everyDay);
  await runJobsAt(soon);
  await change({ cancelled_because: 'Leader ill' });
  await runJobsAt(opened);
  expect(await screens()).toEqual([{ outcome: 'cancelled-by-program', scheduled: true, collected_on: today }]);
  world.clock.now = new Date(opened);
  const { lately } = await (await world.as('therapist').get(`/clients/${clientId}/screen-plan`)).json();
  expect(lately).toMatchObject({ slots: 1, due: 0, cancelled: 1 });
  await runJobsAt(opened);
  expect(await screens()).toHaveLength(1);
});

test('one that had opened is excused where a leave began', async () => {
  await hasPlan(world, clientId, everyDay);
  await runJobsAt(soon);
  await world.db
    .insertInto('leave_span')
    .values({ organization_id: world.organizationId, client_id: clientId, from_on: today, to_on: null, reason: 'Hospital' })
    .execute();
  await runJobsAt(opened);
  expect(await screens()).toMatchObject([{ outcome: 'excused' }]);
});

test('an absence is no excuse: the slot waits for its window', async () => {
  await hasPlan(world, clientId, everyDay);
  await runJobsAt(soon);
  await world.db
    .updateTable('attendance')
    .set({ status: 'absent' })
    .where('client_id', '=', clientId)
    .where('session_id', '=', sessionId)
    .execute();
  await runJobsAt('2026-11-24T12:00:00Z');
  expect([await screens(), (await slots()).length]).toEqual([[], 1]);
});

test('a plan that is set before a session decides its day at once, so that a gap of one day makes it certain', async () => {
  world.clock.now = new Date(soon);
  const body = { ...everyDay, panelId: null, why: null };
  expect((await world.as('therapist').post(`/clients/${clientId}/screen-plan`, body, { 'if-match': '"0"' })).status).toBe(200);
  world.clock.now = new Date(opened);
  const { rows } = await (await world.as('tech').get(`/sessions/${sessionId}/results`)).json();
  expect(rows).toMatchObject([{ clientId, recorded: null }]);
});

test('over many days and clients what is drawn keeps to the plan', async () => {
  const people = await Promise.all(Array.from({ length: 40 }, async () => (await aClient(world)).clientId));
  const days: Day[] = Array.from({ length: 12 }, (_, at) => addDays(day('2027-01-04'), at + 2 * Math.floor(at / 5)));
  for (const person of people) await hasPlan(world, person, { perWeek: 2, maxGapDays: 7 });
  for (const on of days) {
    const id = await aSession(world, { on });
    await world.db
      .insertInto('attendance')
      .values(
        people.map((client_id) => ({
          organization_id: world.organizationId,
          session_id: id,
          client_id,
          session_on: on,
          status: 'booked' as const,
        })),
      )
      .execute();
  }
  for (const on of days) await runJobsAt(`${on}T23:00:00Z`);
  const { rows } = await sql<{ share: number }>`select avg(drawn::int) as share from screen_draw where on_day >= '2027-01-04'`.execute(
    world.db,
  );
  expect(rows[0]?.share).toBeGreaterThan(0.3);
  expect(rows[0]?.share).toBeLessThan(0.6);
});
