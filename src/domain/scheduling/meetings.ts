import {
  addDays,
  daysFromTo,
  hoursBetween,
  addHours,
  momentOf,
  weekdayOf,
  type Day,
  type Instant,
  type Zone,
} from '#domain/calendar/calendar.ts';

/** When a group meets in a week: a weekday (1 Monday to 7 Sunday), a time of the program's clock, and whether by video. */
export type MeetingTime = { readonly weekday: number; readonly startsAt: string; readonly telehealth: boolean };

/** A group's recurring session: a weekday (1 Monday to 7 Sunday) and two times of the program's clock ('18:00'), from a day on. */
export type Meeting = {
  readonly id: string;
  readonly weekday: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly from: Day;
  /** The last day; null where no end is set. */
  readonly to: Day | null;
};

/** Days without sessions: for one program, one site, or everybody where both are null. */
export type Closure = {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  readonly programId: string | null;
  readonly siteId: string | null;
};

/** One session that a meeting asks for. */
export type Occurrence = { readonly meetingId: string; readonly on: Day; readonly startsAt: Instant; readonly endsAt: Instant };

/** Sessions are made this far ahead, and a meeting may begin this far back. */
export const scheduleDays = 56;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes from start to end on the clock; negative where it would end before it starts. */
export const clockMinutes = (startsAt: string, endsAt: string): number => minutesOf(endsAt) - minutesOf(startsAt);

/**
 * When a session of these clock times is held on a day (program rule). It starts and ends when the program's clock shows so, on the days
 * on which the clock changes too. A time that the clock skips comes later by what was skipped, and a time that comes twice is the first;
 * where the end would then not be after the start, the session lasts as long as on any other day.
 */
export function hoursOn(on: Day, startsAt: string, endsAt: string, zone: Zone): { readonly startsAt: Instant; readonly endsAt: Instant } {
  const from = momentOf(on, startsAt, zone);
  const to = momentOf(on, endsAt, zone);
  return { startsAt: from, endsAt: hoursBetween(from, to) > 0 ? to : addHours(from, clockMinutes(startsAt, endsAt) / 60) };
}

/** The sessions that a meeting asks for from one day to another, both included; one a week, none outside the meeting's own days. */
export function occurrencesOf(meeting: Meeting, from: Day, to: Day, zone: Zone): readonly Occurrence[] {
  const first = meeting.from > from ? meeting.from : from;
  const last = meeting.to !== null && meeting.to < to ? meeting.to : to;
  return daysFromTo(first, last)
    .filter((on) => weekdayOf(on) === meeting.weekday)
    .map((on) => ({ meetingId: meeting.id, on, ...hoursOn(on, meeting.startsAt, meeting.endsAt, zone) }));
}

export type Where = { readonly programId: string; readonly siteId: string | null };

/** The closure that a session of this day and place falls in; null where it is held. One of everybody's is named before one of a part. */
export function closureOn<C extends Closure>(on: Day, where: Where, closures: readonly C[]): C | null {
  const over = closures.filter(
    ({ from, to, programId, siteId }) =>
      from <= on && on <= to && (programId === null || programId === where.programId) && (siteId === null || siteId === where.siteId),
  );
  return over.find(({ programId, siteId }) => programId === null && siteId === null) ?? over[0] ?? null;
}

/** Days on which somebody is of a group: from a day, to the last one, on some weekdays or (null) all of them. */
export type Stay = { readonly from: Day; readonly to: Day | null; readonly weekdays: readonly number[] | null };

const always: Stay = { from: '0001-01-01' as Day, to: null, weekdays: null };

const comesOn = (weekday: number, { weekdays }: Stay): boolean => weekdays === null || weekdays.includes(weekday);

/** Whether somebody who stays so would be asked to be in both meetings at the same time on some day. */
export function meetingsOverlap(a: Meeting, b: Meeting, stays: readonly [Stay, Stay] = [always, always]): boolean {
  if (a.weekday !== b.weekday || a.startsAt >= b.endsAt || b.startsAt >= a.endsAt) return false;
  if (!stays.every((stay) => comesOn(a.weekday, stay))) return false;
  const spans: readonly { readonly from: Day; readonly to: Day | null }[] = [a, b, ...stays];
  const from = spans.reduce((latest, span) => (span.from > latest ? span.from : latest), a.from);
  const to = spans.reduce<Day | null>((first, span) => (span.to !== null && (first === null || span.to < first) ? span.to : first), null);
  // Both periods may touch without the weekday falling into them.
  return daysFromTo(from, to === null || to > addDays(from, 6) ? addDays(from, 6) : to).some((on) => weekdayOf(on) === a.weekday);
}
