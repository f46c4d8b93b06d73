import { admissionDay } from '#domain/attendance/lost-contact.ts';
import { weeksOfCare, type CareFacts } from '#domain/attendance/weeks.ts';
import { nextDue, useOf, type AuthorizationFacts } from '#domain/episodes/authorizations.ts';
import { dayAt, latest, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import type { AdjustmentInCare, Authorization, ClientFacts } from '#domain/caseload/order.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { isNotValid } from '#domain/drug-screens/interpret.ts';
import type { Adjustment } from '#domain/adjustments/open.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';
import { criteriaOf } from '#domain/phases/criteria.ts';
import { phaseProgress, type Criterion } from '#domain/phases/phases.ts';
import type { SafetyConcern } from '#domain/safety/safety-clock.ts';
import type { ClientAdjustment } from '#server/adjustments/adjustments.rows.ts';
import type { Goal, Instruments } from '#server/care-plan/care-records.rows.ts';
import { recordsInEpisode } from './records-in-episode.ts';
import { reviewsDue, withReviews, type Review } from '#server/care-plan/reviews.rows.ts';
import { eventsAt, type ScreenRecords } from '#server/drug-screens/events-at.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Phase } from '#server/phases/phases.rows.ts';

/** What is stored about one client and their latest episode, whatever the day. */
export type ClientRecords = Pick<CareFacts, 'closedOn' | 'leaves' | 'prescriptions' | 'schedule' | 'closedDays'> & {
  readonly called: string;
  /** Of the site where the client comes, or else the organization's. */
  readonly zone: Zone;
  readonly openedOn: Day;
  /** Bookings since the episode began, and before it where an authorization reaches back. */
  readonly served: readonly SessionFacts[];
  readonly attempts: ClientFacts['attempts'];
  readonly concerns: readonly SafetyConcern[];
  readonly instruments: readonly Instruments[];
  readonly goals: readonly Goal[];
  readonly phases: readonly Phase[];
  readonly authorizations: readonly AuthorizationFacts[];
  readonly screens: ScreenRecords;
  readonly adjustments: readonly ClientAdjustment[];
  readonly reviews: readonly Review[];
};

/** What Today reads, with what the pages draw beside it. */
export type Loaded = ClientFacts & {
  readonly zone: Zone;
  readonly started: boolean;
  readonly closedOn: Day | null;
  readonly phases: readonly Phase[];
  readonly criteria: readonly Criterion[];
  readonly goalLines: readonly Goal[];
};

/** What was worked out for an earlier moment of the same day, or of the same week, and holds still. */
type Known = { readonly weeks?: readonly WeekOfCare[]; readonly events?: readonly ScreenEvent[] };

/** What the records of a client amount to at one moment. */
export function factsAt(records: ClientRecords, { now, settings }: Pick<Context, 'now' | 'settings'>, known: Known = {}): Loaded {
  const { called, zone, openedOn, closedOn, served, leaves, attempts, adjustments } = records;
  const today = dayAt(now, zone);
  const { sessions, phases, goals, instruments, reviews } = recordsInEpisode(records);
  const admitted = admissionDay(sessions, zone);
  const weeks = weeksOfCare({ ...records, sessions, admittedOn: admitted }, now, zone, known.weeks);
  const phase = phases.findLast(({ from }) => from <= today) ?? null;
  const criteria = phase === null ? [] : criteriaOf(phase, { weeks, goals, leaves, today });
  const events = known.events ?? eventsAt(records.screens, today, settings);
  return {
    called,
    zone,
    admittedOn: admitted ?? openedOn,
    started: admitted !== null,
    closedOn,
    safety: records.concerns.map((concern) => withLeaving(concern, sessions, now, zone)),
    sessions,
    leaves,
    attempts,
    authorization: authorizationOf(records.authorizations, served, { now, today, zone }),
    adjustments: adjustments.map((adjustment) => inCare(adjustment, events, attempts)),
    weeks,
    instruments: withReviews(instruments, reviews),
    screens: events.filter(({ on }) => on >= openedOn),
    reviews: reviewsDue({ goals, phase, adjustments, reviews }, { zone, settings }),
    phase: phase === null ? null : { number: phase.number, ...phaseProgress(criteria) },
    goals,
    phases,
    criteria,
    goalLines: goals,
  };
}

/** A client who is here until a session's end is seen before they leave. */
function withLeaving(concern: SafetyConcern, sessions: readonly SessionFacts[], now: Instant, zone: Zone): SafetyConcern {
  const here = sessions.filter(
    (session) =>
      session.untimed === undefined &&
      session.endsAt > now &&
      dayAt(session.startsAt, zone) === dayAt(now, zone) &&
      !session.cancelledByProgram,
  );
  return { ...concern, leavesAt: latest(here.map((session) => session.endsAt)) };
}

/** The one that somebody must act on next, with what is used of it. */
function authorizationOf(
  stored: readonly AuthorizationFacts[],
  sessions: readonly SessionFacts[],
  { now, today, zone }: { readonly now: Instant; readonly today: Day; readonly zone: Zone },
): Authorization | null {
  const due = nextDue(stored, today);
  if (due === null) return null;
  const { authorization, by, followed } = due;
  const { used } = useOf(authorization, sessions, now, zone);
  return {
    endsOn: authorization.to,
    nextReviewOn: by < authorization.to || followed ? by : null,
    unit: authorization.unit,
    allowed: authorization.quantity,
    used,
  };
}

function inCare(
  adjustment: Adjustment & { readonly screenId: string | null },
  events: readonly ScreenEvent[],
  attempts: ClientFacts['attempts'],
): AdjustmentInCare {
  // The screen that opened it may have been amended since; the event that stands for it now names the adjustment.
  const event = events.find(({ id, adjustmentId }) => adjustmentId === adjustment.id || id === adjustment.screenId) ?? null;
  return {
    ...adjustment,
    event:
      event === null
        ? null
        : { on: event.on, presumptive: event.presumptive, notValid: isNotValid(event.validity), findings: event.analytes },
    attempts: attempts.filter(({ at }) => at > adjustment.openedAt),
  };
}
