import { beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot } from '#kit/sessions.ts';
import { anOrganization, type World, worldOfFile } from '#kit/world.ts';

let sessionId: string;
const world = worldOfFile();

beforeAll(async () => {
  sessionId = await aSession(world, { title: 'IOP-D evening', leaderId: world.staff.therapist.staffId });
  const { clientId } = await aClient(world);
  const { clientId: other } = await aClient(world);
  const slot = await aSlot(world, clientId, sessionId);
  await aSlot(world, other, sessionId);
  await world.db
    .insertInto('attendance')
    .values(
      [clientId, other].map((id) => ({
        organization_id: world.organizationId,
        session_id: sessionId,
        client_id: id,
        session_on: day('2026-11-22'),
        status: 'booked' as const,
        minutes: null,
        note: null,
        recorded_by: null,
      })),
    )
    .execute();
  await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(await aPanel(world), [aRow(clientId, slot)]));
});

const ofDay = async (on: string, who: Parameters<World['as']>[0] = 'tech') => (await world.as(who).get(`/sessions?on=${on}`)).json();

test('a day’s sessions say when, who leads, and how many are booked, due and in', async () => {
  expect(await ofDay('2026-11-22')).toMatchObject({
    on: '2026-11-22',
    today: '2026-11-23',
    zone: 'America/Chicago',
    sessions: [
      {
        id: sessionId,
        title: 'IOP-D evening',
        service: 'group',
        startsAt: '2026-11-23T00:00:00.000Z',
        leader: 'therapist of North',
        booked: 2,
        attendanceTaken: 0,
        screensDue: 2,
        screensRecorded: 1,
      },
    ],
  });
});

test('without a day, it is today in the clinic', async () => {
  expect(await (await world.as('tech').get('/sessions')).json()).toMatchObject({ on: '2026-11-23', sessions: [] });
});

test('how many cups are due stays hidden until the day', async () => {
  const tomorrow = await aSession(world, { on: day('2026-11-24') });
  await aSlot(world, (await aClient(world)).clientId, tomorrow, day('2026-11-24'));
  expect((await ofDay('2026-11-24')).sessions).toMatchObject([{ screensDue: null }]);
});

test('a therapist, a director and an administrator see it too, the last without screens; another organization doesn’t', async () => {
  expect((await ofDay('2026-11-22', 'therapist')).sessions).toHaveLength(1);
  expect((await ofDay('2026-11-22', 'director')).sessions).toHaveLength(1);
  const south = await anOrganization(world.db, 'South');
  expect((await ofDay('2026-11-22', south.staff.tech)).sessions).toEqual([]);
  expect((await ofDay('2026-11-22', 'administrator')).sessions).toMatchObject([{ booked: 2, screensDue: null, screensRecorded: 0 }]);
});

test('a day that doesn’t exist is refused with its field', async () => {
  const response = await world.as('tech').get('/sessions?on=2026-11-31');
  expect(response.status).toBe(400);
  expect((await response.json()).fields).toMatchObject([{ field: 'on' }]);
});
