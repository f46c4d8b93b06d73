import { addHours, day, momentOf, type Day } from '#domain/calendar/calendar.ts';
import type { Service } from '#domain/attendance/delivered-minutes.ts';
import { aClient } from './clients.ts';
import { meetsOn } from './cohort.ts';
import { shifted, type RawBooking, type Schedule } from './recount.ts';
import { booked } from './rosters.ts';
import { anOrganization, type World } from './world.ts';

const schedule: Schedule = { weekdays: [2, 4, 7], hoursPerWeek: 9 };

/** What each of the two is scheduled for: all evenings of the group, and those that the roster names alone. */
export const schedules: readonly Schedule[] = [schedule, { ...schedule, weekdays: [4, 7] }];

/** Sessions of a week, the last of them in the small hours of Sunday, where the clocks change. */
const weekly: readonly (readonly [weekday: number, time: string, hours: number, pause: number, service: Service])[] = [
  [2, '18:00', 3, 15, 'group'],
  [4, '18:00', 3, 20, 'group'],
  [4, '20:00', 1, 0, 'individual'],
  [7, '00:30', 3.5, 20, 'group'],
  [7, '16:00', 1, 0, 'mutual-help'],
];

export type Diary = {
  readonly world: World;
  readonly zone: string;
  readonly clientIds: readonly string[];
  readonly sessionIds: readonly string[];
};

/** An organization of its own in a zone, with two people and three weeks of sessions, of which the second ends on a given Sunday. */
export async function aDiary(base: World, zone: string, sunday: string): Promise<Diary> {
  const made = await anOrganization(base.db, `${zone} ${sunday}`);
  const { organizationId: organization_id, programId: program_id } = made;
  await base.db.updateTable('organization').set({ time_zone: zone }).where('id', '=', organization_id).execute();
  // A client's days are those of the site where their group meets.
  await base.db.updateTable('site').set({ time_zone: zone }).where('organization_id', '=', organization_id).execute();
  const world: World = { ...base, ...made, as: (who) => base.as(typeof who === 'string' ? made.staff[who] : who) };
  const people = [];
  for (const lastName of ['Abbott', 'Bello']) {
    const one = await aClient(world, { organizationId: organization_id, lastName, openedOn: day(shifted(sunday, -60)) });
    await meetsOn(world, one, [...schedule.weekdays], schedule.hoursPerWeek);
    if (people.length > 0) await onSomeDays(world, one, schedules[people.length]?.weekdays ?? []);
    people.push(one.clientId);
  }
  const sessionIds: string[] = [];
  for (const week of [-13, -6, 1]) {
    for (const [weekday, time, hours, pause, service] of weekly) {
      const on = shifted(sunday, week + weekday - 1) as Day;
      const starts_at = momentOf(on, time, zone);
      const { id } = await base.db
        .insertInto('session')
        .values({
          organization_id,
          program_id,
          service,
          title: service,
          session_on: on,
          starts_at,
          ends_at: addHours(starts_at, hours),
          break_minutes: pause,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      sessionIds.push(id);
      for (const clientId of service === 'individual' ? people.slice(0, 1) : people) await booked(world, id, clientId, on);
    }
  }
  return { world, zone, clientIds: people, sessionIds };
}

/** The roster of the client's group says that they come on some of its days. */
async function onSomeDays(
  { db, organizationId }: World,
  { clientId, episodeId }: Awaited<ReturnType<typeof aClient>>,
  weekdays: readonly number[],
): Promise<void> {
  const { group_id, opened_on } = await db
    .selectFrom('episode')
    .select(['group_id', 'opened_on'])
    .where('id', '=', episodeId)
    .executeTakeFirstOrThrow();
  const own = { organization_id: organizationId, client_id: clientId, group_id: group_id ?? '', weekdays: [...weekdays] };
  await db
    .insertInto('group_enrollment')
    .values({ ...own, from_on: opened_on, to_on: null })
    .execute();
}

/** Every place of somebody, as the tables hold it. */
export async function rawBookings({ db }: World, clientId: string): Promise<readonly RawBooking[]> {
  return db
    .selectFrom('attendance')
    .innerJoin('session', 'session.id', 'attendance.session_id')
    .select(['attendance.session_id', 'service', 'starts_at', 'ends_at', 'break_minutes', 'cancelled_because', 'status', 'minutes'])
    .select(['arrived_at', 'left_at', 'attendance.telehealth', 'make_up'])
    .where('client_id', '=', clientId)
    .execute();
}
