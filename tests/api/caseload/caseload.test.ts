import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { attended } from '#kit/attendance.ts';
import { answeredItem9 } from '#kit/safety.ts';
import { nothingNeededToday, todayPage } from '#kit/today.ts';
import { worldOfFile } from '#kit/world.ts';

let maya: { clientId: string };
let theo: { clientId: string };

const world = worldOfFile();

beforeAll(async () => {
  maya = await aClient(world, { firstName: 'Maya', lastName: 'Tran' });
  theo = await aClient(world, { firstName: 'Theo', lastName: 'Brandt' });
  await attended(world, [maya.clientId, theo.clientId], [day('2026-11-16'), day('2026-11-18'), day('2026-11-20')]);
  await answeredItem9(world, maya.clientId);
});

const today = async () => (await todayPage(world)).clients;

test('the client with a safety clock is first, with why and the task', async () => {
  const [first] = await today();
  expect(first?.name).toBe('Maya T.');
  expect(first?.needs[0]).toMatchObject({ kind: 'safety' });
  expect(first?.needs[0]?.why).toContain('Who did you tell, and when?');
});

test('one event names every client who is drawn, and another those who are unfolded', async () => {
  await today();
  const event = await world.db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'caseload.today')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  expect(event).toMatchObject({ kind: 'read', staff_id: world.staff.therapist.staffId });
  expect(event.client_ids).toEqual([maya.clientId]);
  await nothingNeededToday(world);
  const unfolded = await world.db
    .selectFrom('audit_event')
    .select('client_ids')
    .where('action', '=', 'caseload.nothingNeeded')
    .executeTakeFirstOrThrow();
  expect(unfolded.client_ids).toEqual([theo.clientId]);
});

test('hours that nobody prescribed are unknown, never zero', async () => {
  const row = (await today()).find(({ name }) => name === 'Maya T.');
  expect(row?.hours.kinds).toMatch(/^\?+$/);
});

test('a director sees the team, and a therapist of another caseload nobody of this one', async () => {
  const team = await todayPage(world, 'director');
  expect(team.counts).toEqual({
    clients: 2,
    needing: 1,
    byKind: [{ kind: 'safety', clients: 1 }],
    goodNews: 0,
    snoozed: 0,
    nothingNeeded: 1,
    beingWorkedOut: 0,
  });
  expect(team.clients.map(({ therapist }) => therapist)).toEqual(['therapist of North']);
  expect((await today())[0]).not.toHaveProperty('therapist');
  const other = { ...world.staff.therapist, staffId: randomUUID() };
  expect(await todayPage(world, other)).toMatchObject({ clients: [], counts: { clients: 0, nothingNeeded: 0 } });
});

test('a reason can be snoozed with a why and a date, at most a week, and is gone until then', async () => {
  await world.db
    .insertInto('prescribed_hours')
    .values({ organization_id: world.organizationId, client_id: theo.clientId, hours_per_week: 9, from_on: day('2026-06-08') })
    .execute();
  const snooze = (body: object) => world.as('therapist').post(`/clients/${theo.clientId}/snoozes`, body);

  const tooLong = await snooze({ need: 'hours', reason: 'New shift pattern', until: '2026-12-24' });
  expect([tooLong.status, await tooLong.json()]).toMatchObject([
    400,
    { fields: [{ field: 'until', message: 'Choose a day at most 7 days ahead.' }] },
  ]);
  expect((await snooze({ need: 'hours', reason: ' ', until: '2026-11-25' })).status).toBe(400);
  expect((await snooze({ need: 'safety', reason: 'Later', until: '2026-11-25' })).status).toBe(400);
  expect((await snooze({ need: 'talk', reason: 'Later', until: '2026-11-25' })).status).toBe(400);
  expect((await snooze({ need: 'hours', reason: 'New shift pattern', until: '2026-11-25' })).status).toBe(200);
});

test('who was told, and when, is kept while the clock runs on for the check; a moment to come is refused', async () => {
  const tell = (at: string) =>
    world.as('therapist').post(`/clients/${maya.clientId}/safety-concerns/notifications`, { notified: { who: 'On-call, Dr. Shah', at } });
  expect((await tell('2026-11-24T10:00:00Z')).status).toBe(400);
  expect((await tell('yesterday')).status).toBe(400);
  expect((await tell('2026-11-23T13:50:00Z')).status).toBe(200);
  const need = (await today()).find(({ name }) => name === 'Maya T.')?.needs.find(({ kind }) => kind === 'safety');
  expect(need).toMatchObject({ about: { kind: 'check' }, why: expect.stringContaining('the check is not recorded') });
  expect((await tell('2026-11-23T13:50:00Z')).status).toBe(409);
});
