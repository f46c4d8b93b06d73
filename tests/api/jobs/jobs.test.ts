import pino from 'pino';
import { expect, test } from 'vitest';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { freshDatabase } from '#kit/database.ts';
import { aGroup, aMeeting } from '#kit/groups.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { lockEnrollments, refuseEnrollment } from '#server/scheduling/enrollments.guards.ts';
import { endEnrollments, enrollInGroup } from '#server/scheduling/enrollments.store.ts';
import { runJobs, startJobs } from '#server/jobs/run-jobs.ts';

const world = worldOfFile();

const silent = pino({ level: 'silent' });
const kept = () => runJobs(world.db, instantOf(world.clock.now), silent);
const sessionsOf = (groupId: string) =>
  world.db.selectFrom('session').selectAll().where('group_id', '=', groupId).orderBy('starts_at').execute();
const bookingsOf = (clientId: string) =>
  world.db
    .selectFrom('attendance')
    .select(['session_id', 'session_on', 'status'])
    .where('client_id', '=', clientId)
    .orderBy('session_on')
    .execute();
const enroll = (clientId: string, groupId: string, from = '2026-11-23', weekdays: readonly number[] | null = null) =>
  inside(world, async (db) => {
    const enrollment = { clientId, groupId, fromOn: day(from), weekdays };
    await refuseEnrollment({ db, actor: world.staff.therapist }, enrollment);
    await enrollInGroup(db, world.staff.therapist.organizationId, enrollment);
  });
const leave = (clientId: string, on: string, groupId?: string) =>
  inside(world, async (db) => {
    const leaving = { clientId, onDay: day(on), ...(groupId === undefined ? {} : { groupId }) };
    await endEnrollments(db, { ...leaving, enrollments: await lockEnrollments({ db, actor: world.staff.therapist }, leaving) });
  });

test('sessions are there for eight weeks ahead, once, however often and by however many servers at once it is seen to', async () => {
  const groupId = await aGroup(world);
  await aMeeting(world, groupId, { from: day('2026-11-09'), leaderId: world.staff.therapist.staffId });
  await Promise.all([kept(), kept(), kept()]);
  await kept();
  const sessions = await sessionsOf(groupId);
  expect(sessions.map(({ session_on }) => session_on)).toEqual([
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
    '2026-12-21',
    '2026-12-28',
    '2027-01-04',
    '2027-01-11',
    '2027-01-18',
  ]);
  expect(sessions[0]).toMatchObject({
    starts_at: '2026-11-10T00:00:00.000Z',
    ends_at: '2026-11-10T03:00:00.000Z',
    leader_id: world.staff.therapist.staffId,
    scheduled_on: '2026-11-09',
  });
  const noted = await world.db.selectFrom('audit_event').select('kind').where('action', '=', 'jobs.sessions').execute();
  expect(noted).toEqual([{ kind: 'system' }]);
});

test('whoever is on the roster is booked into what is made, and into what was there when they came', async () => {
  const groupId = await aGroup(world);
  const early = (await aClient(world)).clientId;
  await enroll(early, groupId, '2026-11-30');
  await aMeeting(world, groupId);
  await kept();
  expect((await bookingsOf(early)).map(({ session_on, status }) => [session_on, status])[0]).toEqual(['2026-11-30', 'booked']);
  const late = (await aClient(world)).clientId;
  await enroll(late, groupId);
  expect((await bookingsOf(late)).map(({ session_on }) => session_on)).toHaveLength(9);
  await enroll(late, groupId);
  expect(await bookingsOf(late)).toHaveLength(9);
});

test('somebody who comes on some of the days is booked on those alone, and nobody after their care has closed', async () => {
  const groupId = await aGroup(world);
  for (const weekday of [1, 3, 5]) await aMeeting(world, groupId, { weekday });
  const { clientId } = await aClient(world);
  await enroll(clientId, groupId, '2026-11-23', [1, 5]);
  await kept();
  expect((await bookingsOf(clientId)).slice(0, 3).map(({ session_on }) => session_on)).toEqual(['2026-11-23', '2026-11-27', '2026-11-30']);
  await enroll(clientId, groupId, '2026-11-27', [3]);
  expect((await bookingsOf(clientId)).slice(0, 3).map(({ session_on }) => session_on)).toEqual(['2026-11-23', '2026-12-02', '2026-12-09']);
});

test('leaving gives up what nobody has marked and keeps what was', async () => {
  const groupId = await aGroup(world);
  await aMeeting(world, groupId);
  const { clientId } = await aClient(world);
  await enroll(clientId, groupId);
  await kept();
  const [first, second] = await bookingsOf(clientId);
  const marked = [first, second].flatMap((one) => (one === undefined ? [] : [one.session_id]));
  await world.db
    .updateTable('attendance')
    .set({ status: 'present' })
    .where('client_id', '=', clientId)
    .where('session_id', 'in', marked)
    .execute();
  await leave(clientId, '2026-11-25', groupId);
  expect(await bookingsOf(clientId)).toMatchObject([{ status: 'present' }, { session_on: '2026-11-30', status: 'present' }]);
  const enrollments = await world.db
    .selectFrom('group_enrollment')
    .select(['from_on', 'to_on'])
    .where('client_id', '=', clientId)
    .execute();
  expect(enrollments).toEqual([{ from_on: '2026-11-23', to_on: '2026-11-25' }]);
});

test('two groups at the same time are refused with both names and the fix; at another time they aren’t', async () => {
  const [one, other, evening] = [
    await aGroup(world, { name: 'Morning A' }),
    await aGroup(world, { name: 'Morning B' }),
    await aGroup(world, { name: 'Late' }),
  ];
  await aMeeting(world, one, { startsAt: '09:00', endsAt: '12:00' });
  await aMeeting(world, other, { startsAt: '11:30', endsAt: '13:00' });
  await aMeeting(world, evening, { startsAt: '12:00', endsAt: '13:00' });
  const { clientId } = await aClient(world, { firstName: 'Dana', lastName: 'Reyes' });
  await enroll(clientId, one);
  await expect(enroll(clientId, other)).rejects.toMatchObject({
    code: 'input-invalid',
    fields: [
      {
        field: 'groupId',
        message: expect.stringMatching(/Morning B.*Morning A.*Dana Reyes.*Monday 9 am to 12 pm.*End their place/) as string,
      },
    ],
  });
  await enroll(clientId, evening);
  await leave(clientId, '2026-11-29', one);
  await expect(enroll(clientId, other, '2026-11-30')).rejects.toMatchObject({ fields: [{ field: 'groupId' }] });
  await leave(clientId, '2026-11-29', evening);
  await enroll(clientId, other, '2026-11-30');
});

test('nobody is put on a roster before their care opened or after it closed, nor a client of others', async () => {
  const groupId = await aGroup(world);
  const { clientId, episodeId } = await aClient(world, { openedOn: day('2026-11-23') });
  await expect(enroll(clientId, groupId, '2026-11-22')).rejects.toMatchObject({
    fields: [{ field: 'fromOn', message: expect.stringContaining('opens on 23 Nov 2026') as string }],
  });
  await world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-12-01'), closed_because: 'completed' })
    .where('id', '=', episodeId)
    .execute();
  await expect(enroll(clientId, groupId, '2026-12-02')).rejects.toMatchObject({
    fields: [{ field: 'fromOn', message: expect.stringContaining('closed on 1 Dec 2026') as string }],
  });
  await expect(enroll('0190a7a0-0000-7000-8000-000000000000', groupId)).rejects.toMatchObject({ code: 'client-unknown' });
  await expect(leave('0190a7a0-0000-7000-8000-000000000000', '2026-12-02')).rejects.toMatchObject({ code: 'client-unknown' });
});

test('a closure’s sessions are made cancelled, so that it is known what was not offered', async () => {
  const groupId = await aGroup(world);
  await aMeeting(world, groupId, { weekday: 4 });
  await world.db
    .insertInto('closure')
    .values({
      organization_id: world.organizationId,
      program_id: null,
      site_id: null,
      from_on: day('2026-11-26'),
      to_on: day('2026-11-27'),
      kind: 'holiday',
      label: 'Thanksgiving',
    })
    .execute();
  const { clientId } = await aClient(world);
  await enroll(clientId, groupId);
  await kept();
  expect((await sessionsOf(groupId)).map(({ cancelled_because }) => cancelled_because).slice(0, 2)).toEqual(['Thanksgiving', null]);
  expect((await bookingsOf(clientId))[0]).toMatchObject({ session_on: '2026-11-26' });
});

test('a marked place can’t be taken away, nor a session that no meeting made, whatever the code asks', async () => {
  const groupId = await aGroup(world);
  await aMeeting(world, groupId);
  const { clientId } = await aClient(world);
  await enroll(clientId, groupId);
  await kept();
  await world.db.updateTable('attendance').set({ status: 'present' }).where('client_id', '=', clientId).execute();
  const taken = await inside(world, (db) => db.deleteFrom('attendance').where('client_id', '=', clientId).executeTakeFirst());
  expect(taken.numDeletedRows).toBe(0n);
});

test('what goes wrong is logged and thrown at nobody, and stopping waits for what is under way', async () => {
  const said: unknown[] = [];
  const { db: closed, drop } = await freshDatabase();
  await drop();
  const { stop } = startJobs(closed, () => world.clock.now, { error: (...what: unknown[]) => void said.push(what) });
  await stop();
  expect(said).toHaveLength(1);
});
