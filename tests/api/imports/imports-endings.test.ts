import { beforeEach, expect, test } from 'vitest';
import { day, type Day } from '#domain/calendar/calendar.ts';
import { aCheckedFile } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup } from '#kit/groups.ts';
import { booked } from '#kit/rosters.ts';
import { aSession, moment } from '#kit/sessions.ts';
import { worldOfEachTest } from '#kit/world.ts';
import { bring, clientsFile } from './intake-files.ts';

const world = worldOfEachTest();

const later = day('2026-11-27');
let clientId: string;
let episodeId: string;

/** Somebody with a chart whose episode here is over since August, and what was left booked for November. */
beforeEach(async () => {
  ({ clientId, episodeId } = await aClient(world, { chart: 'E-1', firstName: 'Ana', lastName: 'Lee', bornOn: day('1990-01-01') }));
  await ended(day('2026-08-28'));
  await isBooked(day('2026-11-20'));
  await marked(day('2026-11-22'));
  const makeUp = await isBooked(later);
  await world.db.updateTable('attendance').set({ make_up: true }).where('session_id', '=', makeUp).execute();
  await requested(makeUp, later);
  const group = { organization_id: world.organizationId, group_id: await aGroup(world, { name: 'Evening' }) };
  await world.db
    .insertInto('group_enrollment')
    .values({ ...group, client_id: clientId, from_on: day('2026-11-02'), to_on: null, weekdays: null })
    .execute();
});

const ended = (on: Day) =>
  world.db.updateTable('episode').set({ closed_on: on, closed_because: 'completed' }).where('id', '=', episodeId).execute();

async function isBooked(on: Day): Promise<string> {
  const sessionId = await aSession(world, { on });
  await booked(world, sessionId, clientId, on);
  return sessionId;
}

async function marked(on: Day): Promise<void> {
  const sessionId = await isBooked(on);
  await world.db.updateTable('attendance').set({ status: 'absent' }).where('session_id', '=', sessionId).execute();
}

const requested = (sessionId: string, on: Day) =>
  world.db
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
    .execute();

const left = async () => ({
  bookings: (await world.db.selectFrom('attendance').select(['session_on', 'status']).orderBy('session_on').execute()).map(
    ({ session_on, status }) => `${session_on} ${status}`,
  ),
  withdrawn: (await world.db.selectFrom('screen_slot').select('withdrawn_at').execute()).map(({ withdrawn_at }) => withdrawn_at !== null),
  lastInGroup: (await world.db.selectFrom('group_enrollment').select('to_on').execute()).map(({ to_on }) => to_on),
});
const removedBy = async () =>
  (await world.db.selectFrom('attendance_change').select(['what', 'by']).execute()).map(({ what, by }) => [what, by]);

const header = 'chart_number,first_name,last_name,born_on,opened_on,closed_on,closed_because';
const stay = (from: string, to: string) => `E-1,Ana,Lee,1990-01-01,${from},${to},completed`;

const untouched = {
  bookings: ['2026-11-20 booked', '2026-11-22 absent', '2026-11-27 booked'],
  withdrawn: [false],
  lastInGroup: [null],
};
const takenOff = {
  bookings: ['2026-11-20 booked', '2026-11-22 absent'],
  withdrawn: [true],
  lastInGroup: ['2026-11-20'],
};

test('an imported ending takes off what is booked and asked for after the last day, in the name of whoever brought it', async () => {
  const file = await aCheckedFile(world, 'clients', [header, stay('2026-10-05', '2026-11-20'), ''].join('\n'));
  expect(await left()).toEqual(untouched);
  expect(await file.run()).toMatchObject({ counts: { in: 1 } });
  expect(await left()).toEqual(takenOff);
  expect(await removedBy()).toEqual([['removed', world.staff.director.staffId]]);
});

test('one that a command brings does the same, in nobody’s name', async () => {
  const [report] = await bring(world, [clientsFile(stay('2026-10-05', '2026-11-20'))]);
  expect(report).toMatchObject({ state: 'kept', added: 1 });
  expect(await left()).toEqual(takenOff);
  expect(await removedBy()).toEqual([['removed', null]]);
});

test('an earlier stay that is brought in late touches nothing of the one that goes on', async () => {
  await world.db
    .updateTable('episode')
    .set({ opened_on: day('2026-10-05'), closed_on: null, closed_because: null })
    .where('id', '=', episodeId)
    .execute();
  const [report] = await bring(world, [clientsFile(stay('2026-06-08', '2026-08-28'))]);
  expect(report).toMatchObject({ state: 'kept', added: 1 });
  expect(await left()).toEqual(untouched);
});
