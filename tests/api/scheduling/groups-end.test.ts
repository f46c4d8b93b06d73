import { expect, test } from 'vitest';
import pino from 'pino';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup, aMeeting, inGroup, missedBy } from '#kit/groups.ts';
import { aMeetingOf, requested, done, refusedField, sent } from '#kit/schedule.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';

const world = worldOfFile();

/** A group that has met on Mondays since two weeks before the world's Monday, its sessions made and its people booked. */
async function aRunning(name: string, people = 0) {
  const groupId = await aGroup(world, { name });
  await aMeeting(world, groupId, { from: day('2026-11-09') });
  const clients: string[] = [];
  for (let made = 0; made < people; made += 1) {
    const { clientId } = await aClient(world);
    await inGroup(world, clientId, groupId, day('2026-11-09'));
    clients.push(clientId);
  }
  await runJobs(world.db, instantOf(world.clock.now), pino({ level: 'silent' }));
  return { groupId, clients, end: `/groups/${groupId}/end` };
}
const sessionsOf = (groupId: string) =>
  world.db.selectFrom('session').selectAll().where('group_id', '=', groupId).orderBy('starts_at').execute();
const bookingsOf = (groupId: string) =>
  world.db
    .selectFrom('attendance')
    .innerJoin('session', 'session.id', 'attendance.session_id')
    .select(['attendance.session_on', 'attendance.status'])
    .where('session.group_id', '=', groupId)
    .orderBy('attendance.session_on')
    .execute();
const leave = (clientId: string, groupId: string, lastOn: string) =>
  done(world, 'director', `/clients/${clientId}/groups/${groupId}/end`, { lastOn });

test('a group in which people hold places after the day is not ended: how many, and what to do about it', async () => {
  const { groupId, clients, end } = await aRunning('Held', 2);
  expect(await sent(world, 'director', end, { lastOn: '2026-11-30' }, 1)).toMatchObject(
    refusedField('lastOn', '2 people hold places in Held after 30 Nov 2026. End each on the roster, or move everybody to another group'),
  );
  await leave(clients[0] ?? '', groupId, '2026-11-30');
  await leave(clients[1] ?? '', groupId, '2026-12-01');
  expect(await sent(world, 'administrator', end, { lastOn: '2026-11-30' }, 1)).toMatchObject(
    refusedField('lastOn', /^One person holds a place in Held after 30 Nov 2026\. Ask their therapist or a director/),
  );
  expect(await done(world, 'administrator', end, { lastOn: '2026-12-01' }, 1)).toMatchObject({ removed: 7, left: [], warnings: [] });
});

test('its meetings end with it, sessions and bookings that nobody marked go, and what was held stays', async () => {
  const { groupId, clients, end } = await aRunning('Over', 1);
  await leave(clients[0] ?? '', groupId, '2026-11-23');
  const before = await sessionsOf(groupId);
  const [, , , cancelled, moved, marked] = before;
  const change = (id: string | undefined, set: object) =>
    world.db
      .updateTable('session')
      .set(set)
      .where('id', '=', id ?? '')
      .execute();
  await change(cancelled?.id, { cancelled_because: 'Weather' });
  await change(moved?.id, { kept: true });
  const here = await aClient(world);
  const row = { organization_id: world.organizationId, session_id: marked?.id ?? '', client_id: here.clientId };
  await world.db
    .insertInto('attendance')
    .values({ ...row, session_on: day('2026-12-14'), status: 'excused', minutes: null, note: null, recorded_by: null })
    .execute();

  const answer = await done(world, 'director', end, { lastOn: '2026-11-23' }, 1);
  expect(answer).toMatchObject({
    removed: before.length - 6,
    left: [
      { on: '2026-11-30', because: 'cancelled' },
      { on: '2026-12-07', because: 'by-hand' },
      { on: '2026-12-14', because: 'attendance' },
    ],
  });
  expect((await sessionsOf(groupId)).slice(0, 3).map(({ session_on }) => session_on)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
  expect((await bookingsOf(groupId)).map(({ session_on }) => session_on)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23', '2026-12-14']);
  const group = await requested(world, 'tech', `/groups/${groupId}`);
  expect(group).toMatchObject({ group: { endedOn: '2026-11-23', version: 2 }, meetings: [{ from: '2026-11-09', to: '2026-11-23' }] });
  await runJobs(world.db, instantOf(world.clock.now), pino({ level: 'silent' }));
  expect(await sessionsOf(groupId)).toHaveLength(6);
  expect(await requested(world, 'director', `/groups/${groupId}/roster`)).toMatchObject({ people: [{ to: '2026-11-23' }] });
});

test('it takes nobody new and no new meeting, whatever the day, until its end is taken back', async () => {
  const { groupId, end } = await aRunning('Closing');
  await done(world, 'director', end, { lastOn: '2026-12-20' }, 1);
  const { clientId } = await aClient(world);
  const enrollment = `/clients/${clientId}/groups/${groupId}`;
  const message = /^The last day of Closing is 20 Dec 2026/;
  expect(await sent(world, 'therapist', enrollment, { fromOn: '2026-11-23' })).toMatchObject(refusedField('groupId', message));
  expect(await sent(world, 'director', `/groups/${groupId}/meetings`, aMeetingOf(), 2)).toMatchObject(refusedField('fromOn', message));
  expect(await sent(world, 'director', end, { lastOn: '2026-12-27' }, 2)).toMatchObject(refusedField('lastOn', message));
  expect(await sent(world, 'director', `/groups/${groupId}/go-on`, {}, 1)).toMatchObject({ status: 412 });
  expect(await done(world, 'administrator', `/groups/${groupId}/go-on`, {}, 2)).toEqual({ id: groupId, version: 3 });
  expect(await done(world, 'therapist', enrollment, { fromOn: '2026-11-23' })).toEqual({ warnings: [] });
});

test('a make-up that somebody had booked in it is said to be gone, and is offered anew', async () => {
  const { groupId, end } = await aRunning('Guests');
  const missed = await missedBy(world);
  const [next] = (await sessionsOf(groupId)).filter(({ session_on }) => session_on === '2026-11-30');
  await done(world, 'therapist', `/clients/${missed.clientId}/missed-sessions/${missed.sessionId}/make-ups`, { with: next?.id ?? '' });
  const { warnings } = await done(world, 'director', end, { lastOn: '2026-11-23' }, 1);
  expect(warnings).toEqual([expect.stringMatching(/^One make-up was booked/)]);
  const offers = await requested(world, 'therapist', `/clients/${missed.clientId}/missed-sessions/${missed.sessionId}/make-ups`);
  expect(offers).toMatchObject({ booked: null });
});

test('a group that is over is counted with its program and site no more', async () => {
  const { end } = await aRunning('Counted');
  const counted = async () => {
    const { programs } = (await requested(world, 'tech', '/locations')) as unknown as { programs: readonly { groups: number }[] };
    return programs[0]?.groups ?? 0;
  };
  const before = await counted();
  await done(world, 'director', end, { lastOn: '2026-11-22' }, 1);
  expect(await counted()).toBe(before - 1);
});

test.each([
  ['a day before yesterday', { lastOn: '2026-11-20' }, 1, 400],
  ['a version that nobody saw', { lastOn: '2026-11-30' }, 7, 412],
  ['no version', { lastOn: '2026-11-30' }, undefined, 428],
] as const)('ending is refused with %s', async (_, body, version, status) => {
  const groupId = await aGroup(world);
  expect(await sent(world, 'director', `/groups/${groupId}/end`, body, version)).toMatchObject({ status });
});

test('ending is for directors and administrators, and a group of another organization isn’t there', async () => {
  const groupId = await aGroup(world);
  for (const who of ['therapist', 'tech'] as const)
    expect(await sent(world, who, `/groups/${groupId}/end`, { lastOn: '2026-11-30' }, 1)).toMatchObject({ status: 403 });
  const south = await anOrganization(world.db, 'South');
  const foreign = await aGroup({ ...world, ...south });
  expect(await sent(world, 'director', `/groups/${foreign}/end`, { lastOn: '2026-11-30' }, 1)).toMatchObject({ status: 404 });
});
