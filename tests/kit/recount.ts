/** A place in a session as it stands in the tables. */
export type RawBooking = {
  readonly session_id: string;
  readonly service: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly break_minutes: number;
  readonly cancelled_because: string | null;
  readonly status: string;
  readonly minutes: number | null;
  readonly arrived_at: string | null;
  readonly left_at: string | null;
  readonly telehealth: boolean;
  readonly make_up: boolean;
};

const minute = 60_000;
const dayLong = 86_400_000;

/** The wall calendar of a zone, by the platform's own tables. */
export const localDay = (at: string | number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));

export const isoWeekday = (day: string): number => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
export const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayLong).toISOString().slice(0, 10);
export const mondayOf = (day: string): string => shifted(day, 1 - isoWeekday(day));

/** Each minute of a session that counts, one by one: all but those of the break in its middle. */
export function minutesOf({ starts_at, ends_at, break_minutes }: RawBooking): number[] {
  const from = Date.parse(starts_at);
  const all = (Date.parse(ends_at) - from) / minute;
  const pause = Math.max(0, Math.floor((all - break_minutes) / 2));
  const kept: number[] = [];
  for (let nth = 0; nth < all; nth += 1) if (nth < pause || nth >= pause + break_minutes) kept.push(from + nth * minute);
  return kept;
}

const here = ['present', 'late', 'left-early'];

/** The minutes in which somebody was there; null where nobody knows. */
export function presentIn(booking: RawBooking): number[] | null {
  if (booking.cancelled_because !== null) return [];
  if (booking.status === 'booked') return null;
  if (!here.includes(booking.status)) return [];
  const all = minutesOf(booking);
  const { arrived_at, left_at, minutes, status } = booking;
  if (arrived_at !== null || left_at !== null) {
    if ((status === 'late' && arrived_at === null) || (status === 'left-early' && left_at === null)) return null;
    return all.filter((at) => (arrived_at === null || at >= Date.parse(arrived_at)) && (left_at === null || at < Date.parse(left_at)));
  }
  if (minutes === null) return status === 'present' ? all : null;
  return status === 'late' ? all.slice(Math.max(0, all.length - minutes)) : all.slice(0, minutes);
}

/** How many different minutes these places hold together; null where one of them isn't known. */
export function together(enrollments: readonly RawBooking[]): number | null {
  const seen = new Set<number>();
  for (const booking of enrollments) {
    const there = presentIn(booking);
    if (there === null) return null;
    for (const at of there) seen.add(at);
  }
  return seen.size;
}

const isCare = ({ service }: RawBooking): boolean => service !== 'mutual-help';

/** Half of the minutes or more; null where nobody knows. */
export function attended(booking: RawBooking): boolean | null {
  const there = presentIn(booking);
  return there === null ? null : there.length > 0 && there.length * 2 >= minutesOf(booking).length;
}

export function admissionOf(enrollments: readonly RawBooking[], zone: string): string | null {
  const days = enrollments
    .filter((booking) => isCare(booking) && attended(booking) === true)
    .map(({ starts_at }) => localDay(starts_at, zone));
  return days.toSorted()[0] ?? null;
}

export type Schedule = { readonly weekdays: readonly number[]; readonly hoursPerWeek: number };

/** Every week from admission to now, counted minute by minute. */
export function weeksCounted(enrollments: readonly RawBooking[], schedule: Schedule, now: number, zone: string) {
  const admitted = admissionOf(enrollments, zone);
  if (admitted === null) return [];
  const today = localDay(now, zone);
  const weeks: string[] = [];
  for (let week = mondayOf(admitted); week <= today; week = shifted(week, 7)) weeks.push(week);
  return weeks.map((week) => {
    const care = enrollments.filter(
      (booking) => isCare(booking) && mondayOf(localDay(booking.starts_at, zone)) === week && localDay(booking.starts_at, zone) >= admitted,
    );
    const held = care.filter((one) => one.cancelled_because === null && (one.status !== 'booked' || Date.parse(one.ends_at) <= now));
    const length = (of: readonly RawBooking[]) => of.reduce((sum, booking) => sum + minutesOf(booking).length, 0) / 60;
    const minutes = care.length === 0 ? null : together(held);
    const days = schedule.weekdays.filter((weekday) => {
      const on = shifted(week, weekday - 1);
      return on >= admitted && on <= today;
    });
    return {
      week,
      prescribed: (schedule.hoursPerWeek * days.length) / schedule.weekdays.length,
      delivered: minutes === null ? null : minutes / 60,
      excused: length(held.filter(({ status }) => status === 'excused')),
      cancelled: length(care.filter((one) => one.cancelled_because !== null && !one.make_up && localDay(one.starts_at, zone) <= today)),
      telehealth: (together(held.filter(({ telehealth }) => telehealth)) ?? 0) / 60,
    };
  });
}

/** The two last sessions that say something about contact, where both were missed. */
export function twoMissed(enrollments: readonly RawBooking[], now: number, zone: string): readonly string[] | null {
  const said = enrollments
    .filter((one) => isCare(one) && one.cancelled_because === null && Date.parse(one.starts_at) <= now)
    .filter(({ status, make_up }) => here.includes(status) || (status === 'absent' && !make_up))
    .toSorted((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at))
    .slice(-2);
  return said.length === 2 && said.every(({ status }) => status === 'absent')
    ? said.map(({ starts_at }) => localDay(starts_at, zone))
    : null;
}

/** Attended of scheduled, with what is set apart. */
export function shareCounted(enrollments: readonly RawBooking[]) {
  const care = enrollments.filter(isCare);
  const cancelled = care.filter((one) => one.cancelled_because !== null);
  const known = care.filter((one) => one.cancelled_because === null && attended(one) !== null);
  return {
    attended: known.filter((one) => attended(one) === true).length,
    scheduled: known.length,
    excused: known.filter(({ status }) => status === 'excused').length,
    cancelled: cancelled.length,
    notMarked: care.length - cancelled.length - known.length,
  };
}

/** Days with three hours or more, as far as each session of them is known. */
export function fullDays(enrollments: readonly RawBooking[], zone: string): readonly string[] {
  const days = [...new Set(enrollments.map(({ starts_at }) => localDay(starts_at, zone)))].toSorted();
  const known = enrollments.filter((one) => isCare(one) && together([one]) !== null);
  return days.filter((on) => (together(known.filter((one) => localDay(one.starts_at, zone) === on)) ?? 0) >= 180);
}
