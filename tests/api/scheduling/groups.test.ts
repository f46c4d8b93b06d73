import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup, aMeeting, inGroup } from '#kit/groups.ts';
import { aMeetingOf, requested, done, refusedField, sent } from '#kit/schedule.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const fields = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  name,
  programId: world.programId,
  siteId: world.siteId,
  capacity: 12,
  ...more,
});
const sessionsOf = (groupId: string) =>
  world.db.selectFrom('session').selectAll().where('group_id', '=', groupId).orderBy('starts_at').execute();
const daysOf = async (groupId: string) => (await sessionsOf(groupId)).map(({ session_on }) => session_on);

describe('a group', () => {
  test('is made by a director or an administrator, and says when it meets as its meetings say', async () => {
    const { id, version } = await done(world, 'administrator', '/groups', fields('IOP-A'));
    expect(version).toBe(1);
    await done(world, 'director', `/groups/${id}/meetings`, aMeetingOf(), 1);
    const { meets } = await done(
      world,
      'director',
      `/groups/${id}/meetings`,
      aMeetingOf({ weekday: 4, leaderId: world.staff.therapist.staffId }),
      2,
    );
    expect(meets).toBeUndefined();
    expect(await requested(world, 'tech', '/groups')).toMatchObject({
      groups: [
        {
          id,
          name: 'IOP-A',
          meets: 'Mon Thu 6 pm',
          leaders: ['therapist of North'],
          onRoster: 0,
          capacity: 12,
          version: 3,
          program: { id: world.programId },
          site: { id: world.siteId },
        },
      ],
    });
    const stored = await world.db.selectFrom('care_group').select('weekdays').where('id', '=', id).executeTakeFirstOrThrow();
    expect(stored.weekdays).toEqual([1, 4]);
  });

  test('is refused a name that is taken, and a program or site that isn’t there', async () => {
    expect(await sent(world, 'director', '/groups', fields('iop-a'))).toMatchObject(refusedField('name', /called IOP-A already/));
    const south = await anOrganization(world.db, 'South');
    const wrong = await sent(world, 'director', '/groups', fields('New', { programId: south.programId, siteId: south.siteId }));
    expect(wrong).toMatchObject({ status: 400, body: { fields: [{ field: 'programId' }, { field: 'siteId' }] } });
  });

  test('is edited by whoever saw its last version', async () => {
    const groupId = await aGroup(world, { name: 'Evening' });
    expect(await sent(world, 'director', `/groups/${groupId}`, fields('Evenings'))).toMatchObject({ status: 428 });
    expect(await done(world, 'director', `/groups/${groupId}`, fields('Evenings', { capacity: null }), 1)).toMatchObject({ version: 2 });
    expect(await sent(world, 'administrator', `/groups/${groupId}`, fields('Other'), 1)).toMatchObject({ status: 412 });
    expect(await sent(world, 'administrator', `/groups/${groupId}/meetings`, aMeetingOf(), 1)).toMatchObject({ status: 412 });
  });
});

describe('a meeting', () => {
  test('makes the sessions of past days too, from up to eight weeks ago, and books the roster', async () => {
    const groupId = await aGroup(world);
    const { clientId } = await aClient(world);
    await inGroup(world, clientId, groupId, day('2026-11-09'));
    const answer = await done(world, 'director', `/groups/${groupId}/meetings`, aMeetingOf({ fromOn: '2026-11-09' }), 1);
    expect(answer).toMatchObject({ made: 11, moved: 0, removed: 0, left: [], warnings: [] });
    expect((await daysOf(groupId))[0]).toBe('2026-11-09');
    expect(await world.db.selectFrom('attendance').select('status').where('client_id', '=', clientId).execute()).toHaveLength(11);
    expect(await sent(world, 'director', `/groups/${groupId}/meetings`, aMeetingOf({ weekday: 2, fromOn: '2026-09-27' }), 2)).toMatchObject(
      refusedField('fromOn', /eight weeks ago.*28 Sep 2026/),
    );
  });

  test.each([
    ['ends before it starts', { startsAt: '18:00', endsAt: '17:00' }, 'endsAt', /after it starts/],
    ['has a break longer than itself', { breakMinutes: 180 }, 'breakMinutes', /180 minutes/],
    ['has a leader who doesn’t work here', { leaderId: '0190a7a0-0000-7000-8000-000000000000' }, 'leaderId', /work here/],
  ] as const)('is refused where it %s', async (_, wanted, field, message) => {
    const groupId = await aGroup(world);
    expect(await sent(world, 'director', `/groups/${groupId}/meetings`, aMeetingOf(wanted), 1)).toMatchObject(refusedField(field, message));
  });

  test('is refused at the time of another of the group’s, or of another group of somebody on its roster', async () => {
    const [here, there] = [await aGroup(world, { name: 'Here' }), await aGroup(world, { name: 'There' })];
    await aMeeting(world, here);
    expect(await sent(world, 'director', `/groups/${here}/meetings`, aMeetingOf({ startsAt: '20:00', endsAt: '22:00' }), 1)).toMatchObject(
      refusedField('startsAt', /Here meets then already.*Monday 6 to 9 pm/),
    );
    const { clientId } = await aClient(world);
    await inGroup(world, clientId, here);
    await inGroup(world, clientId, there);
    expect(await sent(world, 'director', `/groups/${there}/meetings`, aMeetingOf(), 1)).toMatchObject(
      refusedField('startsAt', /One person of There is in Here at that time \(Monday 6 to 9 pm\)\. Choose another time, or end/),
    );
  });

  test('with a leader who leads another at that time is warned about, not refused', async () => {
    const [one, other] = [await aGroup(world, { name: 'Early' }), await aGroup(world)];
    await aMeeting(world, one, { startsAt: '07:00', endsAt: '08:00', leaderId: world.staff.director.staffId });
    const answer = await done(
      world,
      'director',
      `/groups/${other}/meetings`,
      aMeetingOf({ startsAt: '07:30', endsAt: '09:00', leaderId: world.staff.director.staffId }),
      1,
    );
    expect(answer.warnings).toEqual(['director of North also leads Early, Monday 7 to 8 am.']);
  });
});

describe('a changed meeting', () => {
  async function aRunning() {
    const groupId = await aGroup(world);
    const { clientId } = await aClient(world);
    await inGroup(world, clientId, groupId, day('2026-11-09'));
    const { id } = await done(world, 'director', `/groups/${groupId}/meetings`, aMeetingOf({ fromOn: '2026-11-09' }), 1);
    return { groupId, clientId, path: `/groups/${groupId}/meetings/${id}`, end: `/groups/${groupId}/meetings/${id}/end` };
  }

  test('moves the sessions from a day on, and leaves what was held and what something was recorded in', async () => {
    const { groupId, clientId, path } = await aRunning();
    const [, , , next] = await sessionsOf(groupId);
    await world.db
      .updateTable('attendance')
      .set({ status: 'excused' })
      .where('session_id', '=', next?.id ?? '')
      .execute();
    const answer = await done(
      world,
      'director',
      path,
      aMeetingOf({ weekday: 3, startsAt: '17:00', endsAt: '20:00', fromOn: '2026-11-24' }),
      2,
    );
    expect(answer).toMatchObject({ moved: 7, removed: 0, left: [{ sessionId: next?.id, on: '2026-11-30', because: 'attendance' }] });
    expect((await daysOf(groupId)).slice(0, 6)).toEqual([
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-25',
      '2026-11-30',
      '2026-12-09',
    ]);
    const moved = (await sessionsOf(groupId)).find(({ session_on }) => session_on === '2026-12-09');
    expect(moved).toMatchObject({ starts_at: '2026-12-09T23:00:00.000Z', scheduled_on: '2026-12-09', version: 2 });
    const booked = await world.db
      .selectFrom('attendance')
      .select('session_on')
      .where('client_id', '=', clientId)
      .where('session_id', '=', moved?.id ?? '')
      .execute();
    expect(booked).toEqual([{ session_on: '2026-12-09' }]);
    expect(await requested(world, 'director', `/groups/${groupId}`)).toMatchObject({
      group: { meets: 'Mon 6 pm', version: 3 },
      meetings: [{ to: '2026-11-23' }, { from: '2026-11-24', to: null }],
    });
  });

  test('changed again and again makes no session twice', async () => {
    const { groupId, path } = await aRunning();
    await done(world, 'director', path, aMeetingOf({ weekday: 2, fromOn: '2026-11-30' }), 2);
    const { meetings } = (await requested(world, 'director', `/groups/${groupId}`)) as unknown as { meetings: { id: string }[] };
    const later = `/groups/${groupId}/meetings/${meetings.at(-1)?.id}`;
    await done(world, 'director', later, aMeetingOf({ weekday: 2, startsAt: '09:00', endsAt: '11:00', fromOn: '2026-11-30' }), 3);
    const days = await daysOf(groupId);
    expect(new Set(days).size).toBe(days.length);
    expect(days.slice(2, 5)).toEqual(['2026-11-23', '2026-12-01', '2026-12-08']);
  });

  test('can’t change what was held', async () => {
    const { path, end } = await aRunning();
    expect(await sent(world, 'director', path, aMeetingOf({ fromOn: '2026-11-22' }), 2)).toMatchObject(
      refusedField('fromOn', /Choose today/),
    );
    expect(await sent(world, 'director', end, { lastOn: '2026-11-20' }, 2)).toMatchObject(refusedField('lastOn', /yesterday/));
  });

  test('that ends takes its unused sessions along, and those with hidden slots like any other', async () => {
    const { groupId, clientId, end } = await aRunning();
    const later = (await sessionsOf(groupId)).find(({ session_on }) => session_on === '2026-12-07');
    const slot = { organization_id: world.organizationId, client_id: clientId, session_id: later?.id ?? null, due_on: day('2026-12-07') };
    await world.db.insertInto('screen_slot').values(slot).execute();
    expect(await done(world, 'director', end, { lastOn: '2026-11-30' }, 2)).toMatchObject({ removed: 7, moved: 0, left: [] });
    expect((await daysOf(groupId)).at(-1)).toBe('2026-11-30');
    const [waiting] = await world.db.selectFrom('screen_slot').select(['session_id', 'due_on']).where('client_id', '=', clientId).execute();
    expect(waiting).toEqual({ session_id: null, due_on: '2026-12-07' });
  });
});
