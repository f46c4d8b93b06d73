import { beforeEach, expect, test } from 'vitest';
import pino from 'pino';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aCheckedFile, answer } from '#kit/brought-files.ts';
import { aGroup, aMeeting } from '#kit/groups.ts';
import { worldOfEachTest } from '#kit/world.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';

let groupId: string;
const world = worldOfEachTest();

beforeEach(async () => {
  groupId = await aGroup(world, { name: 'Evening' });
  await aMeeting(world, groupId, { from: day('2026-11-09') });
  await runJobs(world.db, instantOf(world.clock.now), pino({ level: 'silent' }));
});

const census = (...rows: readonly string[]) =>
  aCheckedFile(
    world,
    'clients',
    ['chart_number,first_name,last_name,born_on,group,opened_on,closed_on,closed_because', ...rows, ''].join('\n'),
  );
const bookings = () => world.db.selectFrom('attendance').select(['session_on', 'status']).orderBy('session_on').execute();
const enrollments = () => world.db.selectFrom('group_enrollment').select(['group_id', 'from_on', 'to_on']).execute();

test('who comes with a census is on the roster of their group and booked from today on, and who left is not', async () => {
  const file = await census('N1,Ana,Lee,1990-01-02,Evening,2026-10-05,,', 'N2,Ben,Ode,1991-03-04,Evening,2026-08-03,2026-11-02,completed');
  expect(await file.run()).toMatchObject({ counts: { in: 2 } });
  expect(await enrollments()).toEqual([{ group_id: groupId, from_on: day('2026-11-23'), to_on: null }]);
  const booked = await bookings();
  expect(booked.length).toBeGreaterThan(5);
  expect(booked.every(({ status, session_on }) => status === 'booked' && session_on >= '2026-11-23')).toBe(true);
});

test('taking the census back takes the places and the bookings with it', async () => {
  const file = await census('N1,Ana,Lee,1990-01-02,Evening,2026-10-05,,');
  await file.run();
  expect(await answer(file.call('undo', { leaveDependents: false }), 'undo')).toMatchObject({ undone: 1, dependents: [] });
  expect([await enrollments(), await bookings()]).toEqual([[], []]);
});

test('somebody who was marked since stays, with their place', async () => {
  const file = await census('N1,Ana,Lee,1990-01-02,Evening,2026-10-05,,');
  await file.run();
  await world.db.updateTable('attendance').set({ status: 'present' }).where('session_on', '=', day('2026-11-23')).execute();
  const { undone, dependents } = await answer(file.call('undo', { leaveDependents: true }), 'undo');
  expect([undone, dependents.length, (await enrollments()).length]).toEqual([0, 1, 1]);
});
