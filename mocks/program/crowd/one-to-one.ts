import { addDays, weekOf, type Day } from '#domain/calendar.ts';
import type { Service } from '#domain/attendance.ts';
import type { Frame } from '../frame.ts';
import type { Group, ProgramFixture, Member } from '../house.ts';
import type { ClientFixture, Booking } from '../life.ts';
import type { Diary, Session } from '../sessions.ts';
import { onLeaveOn, bookingIn } from './attendance.ts';
import type { Stay } from './stays.ts';

const freeDay = (group: Group): number => [2, 4, 3, 1, 5].find((day) => !group.weekdays.includes(day)) ?? 5;

type Course = Pick<ClientFixture, 'hours' | 'leaves' | 'medications'>;

/** An hour with the therapist every other week, one with family, one with the prescriber each month, and now and then a workshop. */
export function otherBookings(
  stay: Stay,
  group: Group,
  therapist: Member,
  course: Course,
  workshops: (service: Service, week: Day) => Session,
  diary: Diary,
  frame: Frame,
): readonly Booking[] {
  const { dice, key } = stay;
  const last = stay.closedOn === null ? addDays(frame.today, 7) : stay.lastServiceOn;
  const own = { leader: therapist, program: group.program, site: group.site };
  const sessions: Session[] = [];
  for (let monday = weekOf(stay.openedOn), nth = 0; monday <= last; monday = addDays(monday, 7), nth += 1) {
    const on = addDays(monday, freeDay(group) - 1);
    if (on < stay.openedOn || on > last || onLeaveOn(on, course)) continue;
    if (nth % 2 === 0)
      sessions.push(
        diary.add({
          key: `${key} individual ${nth}`,
          on,
          time: `${9 + (stay.index % 7)}:00`.padStart(5, '0'),
          minutes: 60,
          service: 'individual',
          title: 'Individual session',
          ...own,
        }),
      );
    else if (nth === 5 && dice.chance(0.4))
      sessions.push(
        diary.add({ key: `${key} family`, on, time: '16:00', minutes: 60, service: 'family', title: 'Family session', ...own }),
      );
    else if (nth % 4 === 1 && course.medications.some(({ dose }) => dose !== null)) {
      sessions.push(
        diary.add({
          key: `${key} medication ${nth}`,
          on,
          time: `${9 + (stay.index % 7)}:30`.padStart(5, '0'),
          minutes: 20,
          service: 'medication',
          title: 'Medication visit',
          ...own,
        }),
      );
    } else if (dice.chance(0.3) && on < frame.today)
      sessions.push(workshops(dice.pick(['skills', 'education', 'wellness', 'peer']), monday));
  }
  return sessions
    .filter(({ on }) => on >= stay.openedOn && on <= last)
    .map((session) => (session.on >= frame.today ? booked(session) : bookingIn(session, stay.calm ? 0.97 : 0.82, group.telehealth, dice)));
}

const booked = (session: Session): Booking => ({ session, status: 'booked', minutes: null, telehealth: false, makeUp: false, note: null });

const held: Readonly<Record<'skills' | 'education' | 'wellness' | 'peer', readonly [weekday: number, time: string, title: string]>> = {
  skills: [3, '16:30', 'Coping skills workshop'],
  education: [5, '13:00', 'Health education'],
  wellness: [5, '15:00', 'Yoga and mindfulness'],
  peer: [1, '16:30', 'Peer support circle'],
};

/** The week's open workshops, each held once however many come. */
export function workshopsIn(programFixture: ProgramFixture, diary: Diary): (service: Service, week: Day) => Session {
  const made = new Map<string, Session>();
  return (service, week) => {
    const kind = service === 'skills' || service === 'education' || service === 'wellness' ? service : 'peer';
    const [weekday, time, title] = held[kind];
    const key = `workshop ${kind} ${week}`;
    const group = programFixture.groups[0];
    if (group === undefined) throw new RangeError('a house has a group');
    const session =
      made.get(key) ??
      diary.add({
        key,
        on: addDays(week, weekday - 1),
        time,
        minutes: 60,
        service: kind,
        title,
        leader: group.leader,
        program: group.program,
        site: group.site,
      });
    made.set(key, session);
    return session;
  };
}

export const inOrder = (bookings: readonly Booking[]): readonly Booking[] =>
  bookings.toSorted((a, b) => (a.session.startsAt < b.session.startsAt ? -1 : 1));
