import { beforeAll, expect, test } from 'vitest';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aGroup, aMeeting, inGroup, missedBy } from '#kit/groups.ts';
import { aClient } from '#kit/clients.ts';
import { requested, done, refusedField, sent } from '#kit/schedule.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';

let groupId: string;
const world = worldOfFile();

beforeAll(async () => {
  groupId = await aGroup(world, { name: 'Evening', capacity: 2 });
  await aMeeting(world, groupId, { weekday: 2, leaderId: world.staff.director.staffId });
  await inGroup(world, (await aClient(world)).clientId, groupId);
  await runJobs(world.db, instantOf(world.clock.now), { error: () => undefined });
});

const sessionOn = async (on: string) =>
  (
    await world.db
      .selectFrom('session')
      .select('id')
      .where('group_id', '=', groupId)
      .where('session_on', '=', day(on))
      .executeTakeFirstOrThrow()
  ).id;

test('a missed session is offered those of its kind within two weeks, and one of them is booked as its make-up', async () => {
  const { clientId, sessionId } = await missedBy(world);
  const path = `/clients/${clientId}/missed-sessions/${sessionId}/make-ups`;
  expect(await requested(world, 'tech', path)).toMatchObject({
    clientId,
    until: '2026-12-04',
    booked: null,
    offers: [
      { title: 'Evening', on: '2026-11-24', leader: 'director of North', seatsLeft: 1 },
      { on: '2026-12-01', seatsLeft: 1 },
    ],
  });
  const chosen = await sessionOn('2026-11-24');
  expect(await done(world, 'therapist', path, { with: chosen })).toEqual({ sessionId: chosen, on: '2026-11-24' });
  const booking = await world.db
    .selectFrom('attendance')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('session_id', '=', chosen)
    .executeTakeFirst();
  expect(booking).toMatchObject({ status: 'booked', make_up: true, makes_up: sessionId });
  expect(await requested(world, 'therapist', path)).toMatchObject({ booked: { sessionId: chosen }, offers: [] });
  expect(await sent(world, 'therapist', path, { with: await sessionOn('2026-12-01') })).toMatchObject({ status: 409 });
});

test('the last place of a session is given once', async () => {
  const [one, other] = [await missedBy(world), await missedBy(world)];
  const chosen = await sessionOn('2026-12-01');
  const answers = await Promise.all(
    [one, other].map(({ clientId, sessionId }) =>
      sent(world, 'therapist', `/clients/${clientId}/missed-sessions/${sessionId}/make-ups`, { with: chosen }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
  expect(answers.find(({ status }) => status === 400)).toMatchObject(refusedField('with', /any more/));
});

test('a session that was attended, or that nobody marked, is no missed one; one the program cancelled is', async () => {
  const { clientId, sessionId } = await missedBy(world);
  const path = `/clients/${clientId}/missed-sessions/${sessionId}/make-ups`;
  for (const status of ['present', 'booked'] as const) {
    await world.db.updateTable('attendance').set({ status }).where('client_id', '=', clientId).execute();
    expect((await world.as('therapist').get(path)).status).toBe(409);
  }
  await world.db.updateTable('session').set({ cancelled_because: 'Snow' }).where('id', '=', sessionId).execute();
  expect((await world.as('therapist').get(path)).status).toBe(200);
});

test('a client of others is unknown, and so is a session where the client had no place', async () => {
  const south = await anOrganization(world.db, 'South');
  const { clientId, sessionId } = await missedBy(world);
  const foreign = await world.as(south.staff.therapist).get(`/clients/${clientId}/missed-sessions/${sessionId}/make-ups`);
  expect([foreign.status, await foreign.json()]).toMatchObject([404, { code: 'client-unknown' }]);
  const another = await world.as('therapist').get(`/clients/${clientId}/missed-sessions/${await sessionOn('2026-12-01')}/make-ups`);
  expect([another.status, await another.json()]).toMatchObject([404, { code: 'session-unknown' }]);
});
