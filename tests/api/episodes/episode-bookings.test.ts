import { expect, test } from 'vitest';
import { day, type Day } from '#domain/calendar/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { anAdmission } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { booked } from '#kit/rosters.ts';
import { aSession, moment } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const lastDay = day('2026-11-20');
const later = day('2026-11-27');

async function isBooked(clientId: string, on: Day): Promise<string> {
  const sessionId = await aSession(world, { on });
  await booked(world, sessionId, clientId, on);
  return sessionId;
}

const marked = async (clientId: string, on: Day, status: 'present' | 'absent') => {
  const sessionId = await isBooked(clientId, on);
  await world.db.updateTable('attendance').set({ status }).where('session_id', '=', sessionId).execute();
  return sessionId;
};

async function requestedOf(clientId: string, sessionId: string, on: Day): Promise<string> {
  const { id } = await world.db
    .insertInto('screen_slot')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      session_id: sessionId,
      due_on: on,
      reason: 'one-off',
      opens_at: moment(`${on}T18:00:00-06:00`),
      requested_by: world.staff.therapist.staffId,
      requested_at: moment('2026-11-18T14:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const isNotCollected = (clientId: string, slotId: string, on: Day) =>
  world.db
    .insertInto('screen')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      slot_id: slotId,
      scheduled: false,
      outcome: 'not-collected',
      collected_on: on,
      received_at: moment(`${on}T23:00:00Z`),
      source: 'logged',
    })
    .execute();

const bookingsOf = async (clientId: string) =>
  (
    await world.db
      .selectFrom('attendance')
      .select(['session_on', 'status'])
      .where('client_id', '=', clientId)
      .orderBy('session_on')
      .execute()
  ).map(({ session_on, status }) => `${session_on} ${status}`);
const withdrawnOf = async (clientId: string) =>
  (
    await world.db.selectFrom('screen_slot').select(['id', 'withdrawn_by']).where('client_id', '=', clientId).orderBy('due_on').execute()
  ).map(({ id, withdrawn_by }) => [id, withdrawn_by]);

test('ending takes off what is booked and asked for after the last day, touches nothing that happened, and reopening brings none of it back', async () => {
  const client = await aClient(world);
  const { clientId, episodeId } = client;
  await marked(clientId, day('2026-11-19'), 'present');
  const missed = await marked(clientId, day('2026-11-18'), 'absent');
  await isBooked(clientId, day('2026-11-21'));
  await marked(clientId, day('2026-11-22'), 'absent');
  const makeUp = await isBooked(clientId, later);
  await world.db.updateTable('attendance').set({ make_up: true, makes_up: missed }).where('session_id', '=', makeUp).execute();
  const lastSession = await isBooked(clientId, lastDay);
  const other = await aClient(world);
  await booked(world, makeUp, other.clientId, later);
  const staying = await requestedOf(clientId, lastSession, lastDay);
  const recorded = await requestedOf(clientId, lastSession, day('2026-11-22'));
  await isNotCollected(clientId, recorded, day('2026-11-22'));
  const taken = await requestedOf(clientId, makeUp, later);
  const others = await requestedOf(other.clientId, makeUp, later);

  const ending = { reason: 'chose-to-leave', closedOn: lastDay };
  const ended = await world.as('therapist').post(`/clients/${clientId}/episodes/${episodeId}/ending`, ending, seen(1));
  expect(ended.status).toBe(200);
  const kept = ['2026-11-18 absent', '2026-11-19 present', '2026-11-20 booked', '2026-11-22 absent'];
  const withdrawn = [
    [staying, null],
    [recorded, null],
    [taken, world.staff.therapist.staffId],
  ];
  expect(await bookingsOf(clientId)).toEqual(kept);
  expect(await withdrawnOf(clientId)).toEqual(withdrawn);
  expect(await bookingsOf(other.clientId)).toEqual(['2026-11-27 booked']);
  expect(await withdrawnOf(other.clientId)).toEqual([[others, null]]);
  const changes = await world.db
    .selectFrom('attendance_change')
    .select(['session_id', 'what', 'makes_up', 'by'])
    .where('client_id', '=', clientId)
    .where('session_id', '=', makeUp)
    .execute();
  expect(changes).toEqual([{ session_id: makeUp, what: 'removed', makes_up: missed, by: world.staff.therapist.staffId }]);

  const back = await world.as('therapist').post(`/clients/${clientId}/episodes`, anAdmission(world, { as: 'reopened' }));
  expect(back.status).toBe(200);
  expect(await bookingsOf(clientId)).toEqual(kept);
  expect(await withdrawnOf(clientId)).toEqual(withdrawn);
});
