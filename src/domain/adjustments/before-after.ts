import { deliveredMinutes, isTreatment, type SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { sessionsAttended } from '#domain/attendance/lost-contact.ts';
import { dayAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { Window } from './states.ts';
import { screenCounts } from '#domain/drug-screens/counts.ts';
import { hasUnexpected } from '#domain/drug-screens/event-reading.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import type { Score } from '#domain/instruments/instruments.ts';

export const comparedMeasures = [
  'hours-a-week',
  'sessions-attended',
  'screens-collected',
  'unexpected-of-collected',
  'PHQ-9',
  'GAD-7',
] as const;
export type ComparedMeasure = (typeof comparedMeasures)[number];

/** A number by itself, or so many of so many. */
export type Compared =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'count'; readonly k: number; readonly n: number };

/** One measure on both sides of a signed change; null is a gap, never zero. */
export type MeasureCompared = { readonly measure: ComparedMeasure; readonly before: Compared | null; readonly after: Compared | null };

/** Whether there are days enough to read: more are still to come, or another signed adjustment or the end of the episode cut them short for good. */
export const comparisons = ['comparable', 'too-soon', 'too-short', 'ended'] as const;

export type BeforeAfter = {
  readonly before: Window;
  readonly after: Window;
  /** Days that each side has when nothing clips it. */
  readonly wanted: number;
  readonly comparison: (typeof comparisons)[number];
  /** Empty where there is nothing to compare, so that nobody reads a week into two days. */
  readonly rows: readonly MeasureCompared[];
};

export type ComparedFacts = {
  readonly sessions: readonly SessionFacts[];
  readonly screens: readonly ScreenEvent[];
  readonly instruments: readonly { readonly instrument: string; readonly scores: readonly Score[] }[];
  readonly now: Instant;
  readonly zone: Zone;
  /** The last day of the episode; null while it is open. */
  readonly closedOn: Day | null;
};

// Hours a week can't be read from less than a week.
const leastDays = 7;

/**
 * Six measures over the days before and after a signed change (program rule). It describes, and proves no cause.
 * Counts are of scheduled screens alone; an instrument is its latest score inside the window; anything unknown is a gap.
 */
export function compare(windows: { readonly before: Window; readonly after: Window }, wanted: number, facts: ComparedFacts): BeforeAfter {
  const { before, after } = windows;
  const comparison = comparisonOf(windows, wanted, dayAt(facts.now, facts.zone), facts.closedOn);
  const rows = comparedMeasures.map((measure) => ({
    measure,
    before: measured(measure, before, facts),
    after: measured(measure, after, facts),
  }));
  return {
    before,
    after,
    wanted,
    comparison,
    rows: comparison === 'comparable' ? rows.filter((row) => row.before !== null || row.after !== null) : [],
  };
}

function comparisonOf(
  { before, after }: { readonly before: Window; readonly after: Window },
  wanted: number,
  today: Day,
  closedOn: Day | null,
): BeforeAfter['comparison'] {
  if (before.days < leastDays) return 'too-short';
  if (after.days >= Math.min(leastDays, wanted)) return 'comparable';
  if (closedOn !== null && after.to >= closedOn) return 'ended';
  return after.to >= today ? 'too-soon' : 'too-short';
}

const within = (on: Day, { from, to }: Window): boolean => from <= on && on <= to;
const count = (k: number, n: number): Compared | null => (n === 0 ? null : { kind: 'count', k, n });

function measured(measure: ComparedMeasure, window: Window, facts: ComparedFacts): Compared | null {
  const sessions = facts.sessions.filter(({ startsAt }) => within(dayAt(startsAt, facts.zone), window));
  const screens = facts.screens.filter(({ on }) => within(on, window));
  switch (measure) {
    case 'hours-a-week':
      return hoursAWeek(sessions, window, facts.now);
    case 'sessions-attended': {
      const { attended, scheduled } = sessionsAttended(sessions);
      return count(attended, scheduled);
    }
    case 'screens-collected': {
      const { collected, due } = screenCounts(screens);
      return count(collected, due);
    }
    case 'unexpected-of-collected':
      return count(screens.filter((event) => event.scheduled && hasUnexpected(event)).length, screenCounts(screens).interpretable);
    case 'PHQ-9':
    case 'GAD-7': {
      const scores =
        facts.instruments.find(({ instrument }) => instrument === measure)?.scores.filter(({ on }) => within(on, window)) ?? [];
      const latest = scores.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
      return latest === undefined ? null : { kind: 'number', value: latest.score };
    }
  }
  measure satisfies never;
}

/** Delivered hours over the window as hours a week; null where nothing was booked or a session that is over was never marked. */
function hoursAWeek(sessions: readonly SessionFacts[], { days }: Window, now: Instant): Compared | null {
  const held = sessions.filter(({ service, status, endsAt }) => isTreatment(service) && (status !== null || endsAt <= now));
  const minutes = held.length === 0 ? null : deliveredMinutes(held);
  return minutes === null || days === 0 ? null : { kind: 'number', value: (minutes / 60 / days) * 7 };
}
