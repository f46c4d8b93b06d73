import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aCheckedFile, answer } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfEachTest } from '#kit/world.ts';
import { rowCounts } from './intake-files.ts';

const world = worldOfEachTest();

async function aGroup(name: string): Promise<string> {
  const { organizationId: organization_id, programId: program_id, siteId: site_id } = world;
  const values = { organization_id, program_id, site_id, name, weekdays: [1] };
  return (await world.db.insertInto('care_group').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

test('attendance of a session that the schedule has already is marked there, and no second session is made', async () => {
  const group_id = await aGroup('IOP-D');
  const [one, other] = [await aClient(world, { chart: 'C1' }), await aClient(world, { chart: 'C2' })];
  const owned = { organization_id: world.organizationId };
  const times = { starts_at: '2026-11-16T15:00:00.000Z' as never, ends_at: '2026-11-16T18:00:00.000Z' as never };
  const session = {
    ...owned,
    program_id: world.programId,
    group_id,
    service: 'group',
    title: 'IOP-D',
    session_on: day('2026-11-16'),
    ...times,
  };
  const { id } = await world.db
    .insertInto('session')
    .values({ ...session, site_id: null, leader_id: null, outside_key: null, cancelled_because: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const booked = { ...owned, session_id: id, client_id: one.clientId, session_on: day('2026-11-16'), status: 'booked' as const };
  await world.db
    .insertInto('attendance')
    .values({ ...booked, minutes: null, note: null, recorded_by: null })
    .execute();

  const header = 'MRN,Service Date,Start Time,End Time,Group Name,Status\n';
  const file = await aCheckedFile(
    world,
    'sessions',
    `${header}C1,11/16/2026,9:00 AM,12:00 PM,IOP-D,P\nC2,11/16/2026,9:00 AM,12:00 PM,IOP-D,No Show\n`,
  );
  expect(await file.rows('update')).toMatchObject([
    { row: 2, changes: [{ column: 'attendance', was: 'booked', becomes: 'present', setByHand: false }] },
  ]);
  await file.run();
  const marks = () => world.db.selectFrom('attendance').select(['client_id', 'session_id', 'status']).orderBy('status').execute();
  expect(await marks()).toEqual([
    { client_id: other.clientId, session_id: id, status: 'absent' },
    { client_id: one.clientId, session_id: id, status: 'present' },
  ]);
  expect((await rowCounts(world))['session']).toBe(1);
  await answer(file.call('undo', { leaveDependents: false }), 'undo');
  expect(await marks()).toEqual([{ client_id: one.clientId, session_id: id, status: 'booked' }]);
});

test('a census puts people on the roster of their group, with their level and hours, and all of it can be taken back', async () => {
  const group_id = await aGroup('IOP-D');
  const text = 'Chart #,Client Name,Admit Date,Group,Level of Care,Weekly Hours\nC7,"Day, Jo",11/16/2026,IOP-D,ASAM 2.1,9\n';
  const file = await aCheckedFile(world, 'clients', text);
  expect(await file.run()).toMatchObject({ counts: { in: 1 } });
  expect(await world.db.selectFrom('group_enrollment').select(['group_id', 'from_on', 'to_on']).execute()).toEqual([
    { group_id, from_on: '2026-11-23', to_on: null },
  ]);
  expect(await world.db.selectFrom('level_span').select(['level', 'from_on']).execute()).toEqual([
    { level: 'ASAM 2.1', from_on: '2026-11-16' },
  ]);
  const later = await aCheckedFile(world, 'clients', text.replace('ASAM 2.1', 'ASAM 1.0').replace(',9', ',6'));
  expect(await later.rows('update')).toMatchObject([
    { changes: [{ column: 'level', becomes: 'ASAM 1.0 from 2026-11-23' }, { column: 'prescribed_hours' }] },
  ]);
  await later.run();
  expect(await world.db.selectFrom('level_span').select('level').orderBy('from_on').execute()).toEqual([
    { level: 'ASAM 2.1' },
    { level: 'ASAM 1.0' },
  ]);
  expect(await answer(file.call('undo', { leaveDependents: false }), 'undo')).toMatchObject({ undone: 0, dependentRows: 1 });
  expect((await answer(later.call('undo', { leaveDependents: false }), 'undo')).undone).toBe(1);
  expect((await answer(file.call('undo', { leaveDependents: false }), 'undo')).undone).toBe(1);
  expect(await rowCounts(world)).toMatchObject({ client: 0, episode: 0, prescribed_hours: 0 });
  expect(await world.db.selectFrom('group_enrollment').selectAll().execute()).toEqual([]);
});

test('somebody who is in another group or program here is moved here, not by a file', async () => {
  await aGroup('IOP-D');
  await aClient(world, { chart: 'C1', firstName: 'Jo', lastName: 'Day' });
  const file = await aCheckedFile(world, 'clients', 'chart_number,first_name,last_name,opened_on,group\nC1,Jo,Day,2026-06-08,IOP-D\n');
  expect(await file.rows('fix')).toMatchObject([
    { problems: [{ column: 'group', message: 'The client is in no group here, and the row says IOP-D.' }] },
  ]);
});
