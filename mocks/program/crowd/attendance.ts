import { addDays, daysBetween, daysFromTo, weekdayOf, type Day } from '#domain/calendar.ts';
import type { Frame } from '../frame.ts';
import type { Group } from '../house.ts';
import type { ClientFixture, Booking } from '../life.ts';
import type { Dice } from '../random.ts';
import type { Diary, Session } from '../sessions.ts';
import { strainOn, type Stay } from './stays.ts';

type Course = Pick<ClientFixture, 'hours' | 'leaves'>;

export const onLeaveOn = (on: Day, { leaves }: Course): boolean => leaves.some(({ from, to }) => from <= on && (to === null || on <= to));

/** The weekdays a client is expected on: fewer as the hours step down. */
const weekdaysOn = (on: Day, group: Group, { hours }: Course): readonly number[] => {
  const perWeek = hours.findLast(({ from }) => from <= on)?.perWeek ?? 9;
  return group.weekdays.slice(0, Math.min(3, Math.max(1, Math.round(perWeek / 3))));
};

const unmarked = { minutes: null, makeUp: false, note: null };

/** One session that was to come, or was: how the client's place in it was marked. */
export function bookingIn(session: Session, likely: number, telehealth: boolean, dice: Dice): Booking {
  if (session.cancelledBecause !== null) return { session, status: 'booked', telehealth: false, ...unmarked };
  if (!dice.chance(likely)) {
    return { session, status: dice.chance(0.36) ? 'excused' : 'absent', minutes: 0, telehealth: false, makeUp: false, note: null };
  }
  const status = dice.weighted([
    ['present', 87],
    ['late', 8],
    ['left-early', 5],
  ] as const);
  const minutes =
    status === 'present' ? session.minutes : session.minutes - 5 * dice.whole(2, Math.max(3, Math.floor(session.minutes / 14)));
  return {
    session,
    status,
    minutes,
    telehealth: telehealth || dice.chance(0.05),
    makeUp: false,
    note: status === 'late' && dice.chance(0.3) ? 'bus' : null,
  };
}

/** Every group session of a stay up to a week from today. Somebody whose days are calm misses one of the last three weeks' at most. */
export function groupBookings(stay: Stay, group: Group, course: Course, diary: Diary, frame: Frame): readonly Booking[] {
  const { dice } = stay;
  const likely = Math.min(0.99, Math.max(0.5, dice.normal(stay.because === 'completed' ? 0.93 : 0.87, 0.07)));
  const held = daysFromTo(stay.openedOn, lastDayOf(stay, frame)).flatMap((on) => {
    const expected = weekdaysOn(on, group, course).includes(weekdayOf(on)) && !onLeaveOn(on, course);
    return expected ? (diary.sessionOf(group, on) ?? []) : [];
  });
  const missedFrom = addDays(frame.today, -dice.whole(9, 18));
  const missed = held.find(({ on, cancelledBecause }) => on >= missedFrom && cancelledBecause === null)?.on ?? null;
  return held.map((session): Booking => {
    if (session.on >= frame.today) return { session, status: 'booked', telehealth: false, ...unmarked };
    return bookingIn(session, chanceOn(session.on, likely, missed, stay, frame), group.telehealth, dice);
  });
}

function lastDayOf(stay: Stay, { today }: Frame): Day {
  if (stay.closedOn === null) return addDays(today, 7);
  return stay.because === 'lost-contact' ? addDays(stay.closedOn, -1) : stay.lastServiceOn;
}

function chanceOn(on: Day, likely: number, missed: Day | null, stay: Stay, { today }: Frame): number {
  if (on > stay.lastServiceOn) return stay.closedOn === null && stay.because !== 'lost-contact' ? likely : 0;
  if (stay.calm && stay.closedOn === null && daysBetween(on, today) <= 21) return on === missed ? 0 : 1;
  return likely - strainOn(on, stay, weekdayOf(on));
}
