import type { AttendanceStatus, Span } from './delivered-minutes.ts';
import { addDays, addHours, dayAt, hoursBetween, millisecondsOf, momentOf, type Instant, type Zone } from '#domain/calendar/calendar.ts';

/** When a session is held, with its breaks. */
export type Hours = { readonly startsAt: Instant; readonly endsAt: Instant; readonly breaks: readonly Span[] };

/** What was written down about somebody's time in a session: when they came and went, or for how many counted minutes they were there. */
export type WrittenTimes = { readonly arrivedAt: Instant | null; readonly leftAt: Instant | null; readonly minutes: number | null };

const addMinutes = (from: Instant, minutes: number): Instant => addHours(from, minutes / 60);
const minutesBetween = (from: Instant, to: Instant): number => (millisecondsOf(to) - millisecondsOf(from)) / 60_000;

/** How long a break is, is known; when it was isn't. It is taken in the middle of the session, from a whole minute on, so that minutes stay whole. */
export function breakIn({ startsAt, endsAt }: Omit<Hours, 'breaks'>, minutes: number): readonly Span[] {
  if (minutes <= 0) return [];
  const from = addMinutes(startsAt, Math.max(0, Math.floor((minutesBetween(startsAt, endsAt) - minutes) / 2)));
  return [{ from, to: addMinutes(from, minutes) }];
}

/**
 * When somebody came and went. Times that were written down stand. Where minutes alone are known, who came late was there until the end and
 * anybody else from the start; the break is not among those minutes. Both null is what the status says: present for all of it, or not known.
 */
export function timesPresent(
  status: AttendanceStatus | null,
  { arrivedAt, leftAt, minutes }: WrittenTimes,
  { startsAt, endsAt, breaks }: Hours,
): Pick<WrittenTimes, 'arrivedAt' | 'leftAt'> {
  if (arrivedAt !== null || leftAt !== null || minutes === null) return { arrivedAt, leftAt };
  const pause = breaks[0];
  const past = pause === undefined ? 0 : minutesBetween(pause.from, pause.to);
  if (status === 'late') {
    const after = pause === undefined ? Infinity : minutesBetween(pause.to, endsAt);
    return { arrivedAt: addMinutes(endsAt, -(minutes + (minutes > after ? past : 0))), leftAt: null };
  }
  const before = pause === undefined ? Infinity : minutesBetween(startsAt, pause.from);
  return { arrivedAt: null, leftAt: addMinutes(startsAt, minutes + (minutes > before ? past : 0)) };
}

/** What two times say: in after the start is late, out before the end is left early; who did both is late, and the times say the rest. */
export function statusOfTimes(
  { arrivedAt, leftAt }: Pick<WrittenTimes, 'arrivedAt' | 'leftAt'>,
  { startsAt, endsAt }: Omit<Hours, 'breaks'>,
): 'present' | 'late' | 'left-early' {
  if (arrivedAt !== null && arrivedAt > startsAt) return 'late';
  return leftAt !== null && leftAt < endsAt ? 'left-early' : 'present';
}

/** How far from a session's hours a time can be and still be about it. */
export const nearHours = 2;

export const isNear = (at: Instant, { startsAt, endsAt }: Omit<Hours, 'breaks'>): boolean =>
  at >= addHours(startsAt, -nearHours) && at <= addHours(endsAt, nearHours);

/**
 * The moment near a session at which the clinic's clock shows a time such as '6:20', '18:20' or '620'. A session may run past midnight, and
 * who types 6:20 at an evening group means the evening; null where no such moment is near, or the text is no time.
 */
export function timeNear(text: string, hours: Omit<Hours, 'breaks'>, zone: Zone): Instant | null {
  const typed = /^(\d{1,2}):?(\d{2})$/.exec(text.trim());
  const [hour, minute] = [Number(typed?.[1]), Number(typed?.[2])];
  if (typed === null || hour > 23 || minute > 59) return null;
  const on = dayAt(hours.startsAt, zone);
  const clocks = hour >= 1 && hour <= 12 ? [hour, (hour + 12) % 24] : [hour];
  const found = [on, addDays(on, 1), addDays(on, -1)].flatMap((day) =>
    clocks.map((one) => momentOf(day, `${String(one).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, zone)),
  );
  const far = (at: Instant): number => Math.max(0, hoursBetween(at, hours.startsAt), hoursBetween(hours.endsAt, at));
  return found.filter((at) => isNear(at, hours)).toSorted((a, b) => far(a) - far(b))[0] ?? null;
}
