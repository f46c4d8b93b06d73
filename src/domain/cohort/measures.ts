import { addDays, hoursBetween, weekOf, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { eventReading, hasUnexpected, isInterpretable, type EventFacts, type EventReading } from '#domain/drug-screens/event-reading.ts';
import { separateFindings, type CollectionOutcome } from '#domain/drug-screens/interpret.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { Observation } from '#domain/statistics/survival.ts';

export const measureKinds = ['answered', 'collected', 'hours', 'unexpected'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export type LeftOut = EventReading | 'for-cause' | 'hours-unknown' | 'not-yet-due';

/** A share with everything needed to say it honestly: what was left out, what is listed apart, and the people behind it. */
export type Measure = {
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: readonly { readonly reason: LeftOut; readonly count: number }[];
  /** Inside the denominator, not in the numerator, and named. */
  readonly separate: readonly { readonly reason: LeftOut; readonly count: number }[];
  readonly people: readonly { readonly clientId: string; readonly numerator: number; readonly denominator: number }[];
};

type Part = {
  readonly clientId: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded?: LeftOut | null;
  readonly separate?: LeftOut | null;
  /** How many facts this is; 1 unless said. */
  readonly times?: number;
};

const tally = (parts: readonly Part[], why: 'excluded' | 'separate') =>
  [...Map.groupBy(parts, (part) => part[why] ?? null)].flatMap(([reason, all]) =>
    reason === null ? [] : [{ reason, count: all.reduce((sum, { times = 1 }) => sum + times, 0) }],
  );

function measure(parts: readonly Part[]): Measure {
  const counted = parts.filter(({ excluded }) => excluded === undefined || excluded === null);
  const sum = (of: readonly Part[], side: 'numerator' | 'denominator') =>
    of.reduce((total, part) => total + part[side] * (part.times ?? 1), 0);
  const both = (of: readonly Part[]) => ({ numerator: sum(of, 'numerator'), denominator: sum(of, 'denominator') });
  return {
    ...both(counted),
    excluded: tally(parts, 'excluded'),
    separate: tally(counted, 'separate'),
    people: [...Map.groupBy(counted, ({ clientId }) => clientId)].map(([clientId, own]) => ({ clientId, ...both(own) })),
  };
}

export type HoursFact = {
  readonly clientId: string;
  readonly week: Day;
  readonly delivered: number | null;
  readonly offered: number | null;
};

/** Prescribed hours delivered: what was delivered, at most what was offered, over what was offered. Weeks with unknown hours are left out and said. */
export const hoursDelivered = (facts: readonly HoursFact[]): Measure =>
  measure(
    facts.map(({ clientId, delivered, offered }) =>
      delivered === null || offered === null
        ? { clientId, numerator: 0, denominator: 0, excluded: 'hours-unknown' }
        : { clientId, numerator: Math.min(delivered, offered), denominator: offered },
    ),
  );

export type ScreenFact = {
  readonly clientId: string;
  readonly on: Day;
  readonly scheduled: boolean;
  readonly outcome: CollectionOutcome;
  readonly interpretable: boolean;
  readonly unexpected: boolean;
  readonly reading: EventReading;
  /** How many screens are alike in all of this; 1 unless said. Then they are of several people, and `people` of their measure means nothing. */
  readonly times?: number;
};

export const screenFact = (clientId: string, event: EventFacts & { readonly on: Day; readonly scheduled: boolean }): ScreenFact => ({
  clientId,
  on: event.on,
  scheduled: event.scheduled,
  outcome: event.outcome,
  interpretable: isInterpretable(event),
  unexpected: hasUnexpected(event),
  reading: eventReading(event),
});

/** Handed over, valid or not, of those due less excused and cancelled by the program. Unable and declined stay; for-cause is outside the schedule. */
export const collectedOfScheduled = (facts: readonly ScreenFact[]): Measure =>
  measure(
    facts.map(({ clientId, scheduled, outcome, times = 1 }) => {
      const part = { clientId, numerator: outcome === 'collected' ? 1 : 0, denominator: 1, times };
      if (!scheduled) return { ...part, excluded: 'for-cause' };
      if (outcome === 'excused' || outcome === 'cancelled-by-program') return { ...part, excluded: outcome };
      return outcome === 'collected' ? part : { ...part, separate: outcome };
    }),
  );

const listedSeparately: readonly EventReading[] = ['prescribed-not-detected', ...separateFindings, 'explained'];

/** Scheduled events with an unexpected positive of scheduled interpretable ones. It has no direction: testing more finds more. */
export const unexpectedOfCollected = (facts: readonly ScreenFact[]): Measure =>
  measure(
    facts
      .filter(({ outcome }) => outcome === 'collected')
      .map(({ clientId, scheduled, interpretable, unexpected, reading, times = 1 }) => {
        const part = { clientId, numerator: unexpected ? 1 : 0, denominator: 1, times };
        if (!scheduled) return { ...part, excluded: 'for-cause' };
        if (!interpretable) return { ...part, excluded: reading };
        return { ...part, separate: listedSeparately.includes(reading) ? reading : null };
      }),
  );

export type AnswerFact = {
  readonly clientId: string;
  /** When the result was first saved or received; a confirmation doesn't restart it. */
  readonly receivedAt: Instant;
  /** When a change, or no change with a reason, was signed, or the result was explained; null while open. */
  readonly answeredAt: Instant | null;
  readonly explained: boolean;
};

/**
 * Answered within 72 h, over results at least 72 h old. Open ones are not met, younger ones not yet due.
 * Explained is counted apart, whenever it was.
 */
export const answeredInTime = (facts: readonly AnswerFact[], now: Instant, settings: ProgramSettings): Measure =>
  measure(
    facts.map(({ clientId, receivedAt, answeredAt, explained }) => {
      const inTime = answeredAt !== null && hoursBetween(receivedAt, answeredAt) <= settings.answerHours;
      const part = { clientId, numerator: inTime ? 1 : 0, denominator: 1 };
      if (hoursBetween(receivedAt, now) < settings.answerHours) return { ...part, excluded: 'not-yet-due' };
      return explained ? { ...part, excluded: 'explained' } : part;
    }),
  );

/** A result that attached to an adjustment: its own due time, and when it was answered; null while it waits. */
export type AttachedFact = { readonly dueAt: Instant; readonly answeredAt: Instant | null; readonly explained: boolean };

/** Attached results answered by their own due time. They stand beside those that opened an adjustment, and are never summed with them (program rule 6). */
export type AttachedTally = {
  readonly met: number;
  /** Those whose time has come, or that were answered before it. */
  readonly due: number;
  readonly stillOpen: number;
  readonly notYetDue: number;
  readonly explained: number;
};

export function attachedInTime(facts: readonly AttachedFact[], now: Instant): AttachedTally {
  const signed = facts.filter(({ explained }) => !explained);
  const due = signed.filter(({ dueAt, answeredAt }) => answeredAt !== null || dueAt <= now);
  return {
    met: due.filter(({ dueAt, answeredAt }) => answeredAt !== null && answeredAt <= dueAt).length,
    due: due.length,
    stillOpen: due.filter(({ answeredAt }) => answeredAt === null).length,
    notYetDue: signed.length - due.length,
    explained: facts.length - signed.length,
  };
}

/** Hours to a signed answer for the survival curve: open ones are censored now and explained ones when they were explained, never dropped. */
export const answerTimes = (facts: readonly AnswerFact[], now: Instant): readonly Observation[] =>
  facts.map(({ receivedAt, answeredAt, explained }) => ({
    time: hoursBetween(receivedAt, answeredAt ?? now),
    event: answeredAt !== null && !explained,
  }));

/** The Mondays of the latest full weeks before the current one, oldest first. */
export const latestFullWeeks = (today: Day, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, step) => addDays(weekOf(today), (step - count) * 7));

/** One measure for each week; a week without facts has a denominator of 0, which is a gap in a chart. */
export const byWeek = <T>(
  facts: readonly T[],
  weekOfFact: (fact: T) => Day,
  weeks: readonly Day[],
  measured: (facts: readonly T[]) => Measure,
): readonly (Measure & { readonly week: Day })[] => {
  const grouped = Map.groupBy(facts, weekOfFact);
  return weeks.map((week) => ({ week, ...measured(grouped.get(week) ?? []) }));
};
