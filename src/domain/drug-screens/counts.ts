import type { Day } from '#domain/calendar/calendar.ts';
import {
  isAsExpected,
  isCollected,
  isInterpretable,
  isNegative,
  eventReading,
  type EventFacts,
  type EventReading,
} from './event-reading.ts';
import { isDetected, type ScreenEvent } from './interpret.ts';

type Placed = EventFacts & { readonly on: Day; readonly at: ScreenEvent['at'] };

const inTime = (a: Placed, b: Placed): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return (a.at ?? '') < (b.at ?? '') ? -1 : 1;
};

/** The last eight collections or due slots up to today, oldest first. */
export const lastEight = <T extends Placed>(events: readonly T[], today: Day): readonly T[] =>
  events
    .filter((event) => event.on <= today)
    .toSorted(inTime)
    .slice(-8);

/** What a strip of events says: so many of the interpretable as expected, and each thing that couldn't be read, in order of appearance. */
export type StripCounts = {
  readonly asExpected: number;
  readonly interpretable: number;
  readonly others: readonly { readonly reading: EventReading; readonly count: number }[];
};

export function stripCounts(events: readonly EventFacts[]): StripCounts {
  const others = new Map<EventReading, number>();
  for (const event of events.filter((one) => !isInterpretable(one))) {
    const reading = eventReading(event);
    others.set(reading, (others.get(reading) ?? 0) + 1);
  }
  return {
    asExpected: events.filter(isAsExpected).length,
    interpretable: events.filter(isInterpretable).length,
    others: [...others].map(([reading, count]) => ({ reading, count })),
  };
}

/** Counts of scheduled events over a span. Missing is never negative: excused and cancelled leave the denominator, declined and unable stay. */
export type ScreenCounts = {
  readonly slots: number;
  /** Slots less those excused or cancelled by the program. */
  readonly due: number;
  readonly collected: number;
  readonly interpretable: number;
  readonly asExpected: number;
  readonly negative: number;
  readonly byReading: Readonly<Partial<Record<EventReading, number>>>;
};

export function screenCounts(events: readonly (EventFacts & Pick<ScreenEvent, 'scheduled'>)[]): ScreenCounts {
  const slots = events.filter((event) => event.scheduled);
  const byReading: Partial<Record<EventReading, number>> = {};
  for (const event of slots) {
    const reading = eventReading(event);
    byReading[reading] = (byReading[reading] ?? 0) + 1;
  }
  return {
    slots: slots.length,
    due: slots.length - (byReading.excused ?? 0) - (byReading['cancelled-by-program'] ?? 0),
    collected: slots.filter(isCollected).length,
    interpretable: slots.filter(isInterpretable).length,
    asExpected: slots.filter(isAsExpected).length,
    negative: slots.filter(isNegative).length,
    byReading,
  };
}

/** How often an analyte was detected, of the times it could be read: 'cocaine 1 of 41'. */
export function analyteCounts(events: readonly EventFacts[], analyte: string): { readonly detected: number; readonly read: number } {
  const readings = events
    .filter(isCollected)
    .flatMap((event) => event.analytes)
    .filter((one) => one.analyte === analyte && !['pending', 'unknown-drug', 'not-interpretable', 'not-on-panel'].includes(one.finding));
  return { detected: readings.filter((one) => isDetected(one.result)).length, read: readings.length };
}
