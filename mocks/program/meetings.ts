import { addDays, daysFromTo, weekdayOf, type Day } from '#domain/calendar.ts';
import { clientIdOf } from './client-rows.ts';
import type { Frame } from './frame.ts';
import type { Group, ProgramFixture, Member } from './house.ts';
import type { ClientFixture } from './life.ts';
import { idFor } from './random.ts';
import type { Book } from './rows.ts';

export const meetingIdOf = (group: Group, weekday: number): string => idFor(`${group.id} meeting ${weekday}`);

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const endOf = ({ startsAt, length }: Group): string => clock(Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3, 5)) + length);

/** When each group meets since the first day, and a training day ahead on which nobody does. */
export function writeMeetings(book: Book, programFixture: ProgramFixture, from: Day, { today }: Frame): void {
  for (const group of programFixture.groups) {
    for (const weekday of group.weekdays) {
      book.write('meeting', {
        id: meetingIdOf(group, weekday),
        group_id: group.id,
        weekday,
        starts_at: group.startsAt,
        ends_at: endOf(group),
        service: 'group',
        title: `${group.name} group`,
        telehealth: group.telehealth,
        leader_id: group.leader.id,
        break_minutes: group.breakMinutes,
        collects_screens: true,
        from_on: from,
        to_on: null,
      });
    }
  }
  const on = addDays(today, 24);
  book.write('closure', {
    id: idFor(`${programFixture.key} training day`),
    program_id: null,
    site_id: null,
    from_on: on,
    to_on: on,
    kind: 'closure',
    label: 'Staff training day',
  });
}

/** In one group somebody stands in for the leader at its first session after today. */
export function substituteIn(group: Group, on: Day, { today }: Frame): Member | null {
  if (group.substitute === undefined || on <= today) return null;
  const next = daysFromTo(addDays(today, 1), addDays(today, 7)).find((day) => group.weekdays.includes(weekdayOf(day)));
  return next === on ? group.substitute : null;
}

/** The client's place on the roster of their group: on fewer days where they come on fewer. */
export function writeEnrollment(book: Book, fixture: ClientFixture, { today }: Frame): void {
  const { group, discharge, bookings } = fixture;
  const coming = bookings.filter(({ session }) => session.on >= today && session.group?.id === group.id);
  const days = group.weekdays.filter((weekday) => coming.some(({ session }) => weekdayOf(session.on) === weekday));
  book.write('group_place', {
    id: idFor(`client ${fixture.key} place in ${group.id}`),
    client_id: clientIdOf(fixture),
    group_id: group.id,
    from_on: fixture.openedOn,
    to_on: discharge?.on ?? null,
    weekdays: days.length === 0 || days.length === group.weekdays.length ? null : days,
  });
}
