import { addDays, dayAt, instantOf, day } from '#domain/calendar/calendar.ts';
import { scheduleDays } from '#domain/scheduling/meetings.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup, aMeeting, inGroup, missedBy } from '#kit/groups.ts';
import { aSession } from '#kit/sessions.ts';
import type { World } from '#kit/world.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { generateSessions } from '#server/scheduling/generated-sessions.store.ts';
import type { Clinic, Fields } from './promises-world.ts';

type Good = (clinic: Clinic) => Promise<readonly { readonly input: Fields; readonly headers?: Readonly<Record<string, string>> }[]>;

const zone = 'America/Chicago';
const seenAs = (version: number) => ({ 'if-match': `"${version}"` });
let names = 0;
const aName = (noun: string) => `${noun} ${(names += 1)} of the schedule`;

/** A group that meets on Mondays with one person on its roster, its sessions made. */
async function aRunningGroup(world: World) {
  const groupId = await aGroup(world, { name: aName('Group') });
  const meetingId = await aMeeting(world, groupId);
  const { clientId } = await aClient(world);
  await inGroup(world, clientId, groupId);
  const now = instantOf(world.clock.now);
  const today = dayAt(now, zone);
  // Those of this group alone: the job would look at every group that was made here before.
  await withTenant(world.db, world.organizationId, now, (db) =>
    generateSessions(db, groupId, { from: addDays(today, -scheduleDays), to: addDays(today, scheduleDays), zone }),
  );
  return { groupId, meetingId, clientId };
}

const enrollments = ({ world }: Clinic) => ({ programId: world.programId, siteId: world.siteId });
const group = (clinic: Clinic) => ({ name: aName('New group'), ...enrollments(clinic), capacity: 12 });
const session = {
  service: 'group',
  title: 'Process group',
  startsAt: '09:00',
  endsAt: '12:00',
  breakMinutes: 15,
  telehealth: false,
  collectsScreens: true,
  leaderId: null,
};
const meeting = { ...session, weekday: 3, fromOn: '2026-11-25' };
const closed = (on: string) => ({ fromOn: on, toOn: on, programId: null, siteId: null, kind: 'holiday', label: aName('Holiday') });

/** A session with somebody booked in it. */
async function oneTimeSession(world: World): Promise<{ sessionId: string }> {
  const on = day('2026-11-24');
  const sessionId = await aSession(world, { on });
  const booking = { organization_id: world.organizationId, session_id: sessionId, session_on: on, status: 'booked' as const };
  await world.db
    .insertInto('attendance')
    .values({ ...booking, client_id: (await aClient(world)).clientId, minutes: null, note: null, recorded_by: null })
    .execute();
  return { sessionId };
}

/** Requests of the schedule that are answered: programs, sites, groups, rosters, closures and single sessions. */
export const goodSchedule: Readonly<Record<string, Good>> = {
  'closures.list': async () => [{ input: {} }],
  'closures.past': async () => [{ input: {} }],
  'closures.preview': async () => [{ input: { fromOn: '2026-11-26', toOn: '2026-11-27' } }],
  'closures.add': async ({ world }) => {
    await aRunningGroup(world);
    return [{ input: { ...closed('2026-12-07'), programId: world.programId } }, { input: closed('2026-12-08') }];
  },
  'closures.remove': async ({ world }) => {
    await aRunningGroup(world);
    const added = (await (await world.as('director').post('/closures', closed('2026-12-14'))).json()) as { id: string };
    return [{ input: { closureId: added.id } }];
  },
  'groups.list': async () => [{ input: {} }],
  'groups.ended': async () => [{ input: {} }],
  'groups.one': async ({ world }) => [{ input: { groupId: (await aRunningGroup(world)).groupId } }],
  'groups.roster': async ({ world }) => [{ input: { groupId: (await aRunningGroup(world)).groupId } }],
  'groups.add': async (clinic) => [{ input: group(clinic) }],
  'groups.edit': async (clinic) => [{ input: { groupId: await aGroup(clinic.world), ...group(clinic) }, headers: seenAs(1) }],
  'groups.addMeeting': async ({ world }) => [{ input: { groupId: (await aRunningGroup(world)).groupId, ...meeting }, headers: seenAs(1) }],
  'groups.changeMeeting': async ({ world }) => {
    const { groupId, meetingId } = await aRunningGroup(world);
    return [{ input: { groupId, meetingId, ...meeting, fromOn: '2026-11-30' }, headers: seenAs(1) }];
  },
  'groups.endMeeting': async ({ world }) => {
    const { groupId, meetingId } = await aRunningGroup(world);
    return [{ input: { groupId, meetingId, lastOn: '2026-12-06' }, headers: seenAs(1) }];
  },
  'groups.end': async ({ world }) => {
    const { groupId, clientId } = await aRunningGroup(world);
    await world.db
      .updateTable('group_enrollment')
      .set({ to_on: day('2026-12-06') })
      .where('client_id', '=', clientId)
      .execute();
    return [{ input: { groupId, lastOn: '2026-12-06' }, headers: seenAs(1) }];
  },
  'groups.goOn': async ({ world }) => {
    const groupId = await aGroup(world, { name: aName('Group') });
    await world.db
      .updateTable('care_group')
      .set({ ended_on: day('2026-12-06') })
      .where('id', '=', groupId)
      .execute();
    return [{ input: { groupId }, headers: seenAs(1) }];
  },
  'groups.enroll': async ({ world }) => [
    { input: { clientId: (await aClient(world)).clientId, groupId: (await aRunningGroup(world)).groupId, fromOn: '2026-11-23' } },
  ],
  'groups.leave': async ({ world }) => {
    const { groupId, clientId } = await aRunningGroup(world);
    return [{ input: { clientId, groupId, lastOn: '2026-11-29' } }];
  },
  'locations.list': async () => [{ input: {} }],
  'locations.addProgram': async () => [{ input: { name: aName('Program'), population: 'adult' } }],
  'locations.editProgram': async ({ world }) => {
    const row = { organization_id: world.organizationId, name: aName('Program') };
    const { id } = await world.db.insertInto('program').values(row).returning('id').executeTakeFirstOrThrow();
    return [{ input: { programId: id, name: aName('Program'), population: 'adolescent' }, headers: seenAs(1) }];
  },
  'locations.addSite': async () => [{ input: { name: aName('Site') } }],
  'locations.editSite': async ({ world }) => {
    const row = { organization_id: world.organizationId, name: aName('Site'), time_zone: 'America/Chicago' };
    const { id } = await world.db.insertInto('site').values(row).returning('id').executeTakeFirstOrThrow();
    return [{ input: { siteId: id, name: aName('Site') }, headers: seenAs(1) }];
  },
  'sessions.ofDay': async () => [{ input: { on: '2026-11-22' } }],
  'sessions.add': async ({ world }) => [
    {
      input: {
        ...session,
        service: 'individual',
        on: '2026-11-24',
        programId: world.programId,
        siteId: null,
        clientIds: [(await aClient(world)).clientId],
      },
    },
  ],
  'sessions.cancel': async ({ world }) => [{ input: { ...(await oneTimeSession(world)), because: 'Heating out' }, headers: seenAs(1) }],
  'sessions.restore': async ({ world }) => {
    const { sessionId } = await oneTimeSession(world);
    await world.db.updateTable('session').set({ cancelled_because: 'Heating out' }).where('id', '=', sessionId).execute();
    return [{ input: { sessionId }, headers: seenAs(1) }];
  },
  'sessions.substitute': async ({ world }) => [
    { input: { ...(await oneTimeSession(world)), staffId: world.staff.therapist.staffId }, headers: seenAs(1) },
  ],
  'sessions.move': async ({ world }) => [
    { input: { ...(await oneTimeSession(world)), on: '2026-11-25', startsAt: '10:00', endsAt: '12:00' }, headers: seenAs(1) },
  ],
  'sessions.makeUpOffers': async ({ world }) => [{ input: await missedBy(world) }],
  'sessions.bookMakeUp': async ({ world }) => {
    const { groupId } = await aRunningGroup(world);
    const { id } = await world.db
      .selectFrom('session')
      .select('id')
      .where('group_id', '=', groupId)
      .where('session_on', '=', day('2026-11-30'))
      .executeTakeFirstOrThrow();
    return [{ input: { ...(await missedBy(world)), with: id } }];
  },
};
