import { hoursBetween, type Instant } from '#domain/calendar/calendar.ts';

type Window = { readonly readFromMinutes: number; readonly readUntilMinutes: number };

/** Where a cup stands between being set down and the end of the time in which its lines mean anything. */
export type ReadTimer = { readonly kind: 'wait' | 'read-now' | 'past'; readonly minutes: number; readonly left: number };

export function readTimer(setDownAt: Instant, now: Instant, { readFromMinutes, readUntilMinutes }: Window): ReadTimer {
  const minutes = Math.max(0, Math.floor(hoursBetween(setDownAt, now) * 60));
  if (minutes < readFromMinutes) return { kind: 'wait', minutes, left: readFromMinutes - minutes };
  return { kind: minutes <= readUntilMinutes ? 'read-now' : 'past', minutes, left: 0 };
}
