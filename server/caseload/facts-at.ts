import { admissionDay } from '#domain/attendance/lost-contact.ts';
import { weeksOfCare, type CareFacts } from '#domain/attendance/weeks.ts';
import { nextDue, useOf, type AuthorizationFacts } from '#domain/episodes/authorizations.ts';
import { dayAt, latest, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import type { AdjustmentInCare, AttachedInCare, Authorization, ClientFacts } from '#domain/caseload/order.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { isNotValid, needsAnswer } from '#domain/drug-screens/interpret.ts';
import type { AttachedResult } from '#domain/adjustments/attached.ts';
import type { ActedBy, Correction } from '#domain/adjustments/corrections.ts';
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

/** What came to an adjustment after somebody had acted on it. */
export type LaterResults = {
  readonly attached: readonly AttachedResult[];
  readonly corrections: readonly Correction[];
  readonly actedBy: string | null;
};

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
  readonly adjustments: readonly (ClientAdjustment & LaterResults)[];
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
    adjustments: adjustments.map((adjustment) => inCare(adjustment, events, attempts, zone)),
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
  adjustment: ClientAdjustment & LaterResults,
  events: readonly ScreenEvent[],
  attempts: ClientFacts['attempts'],
  zone: Zone,
): AdjustmentInCare {
  // The screen that opened it may have been amended since; the event that stands for it now names the adjustment.
  const event = events.find(({ id, adjustmentId }) => adjustmentId === adjustment.id || id === adjustment.screenId) ?? null;
  return {
    ...adjustment,
    event:
      event === null
        ? null
        : { on: event.on, presumptive: event.presumptive, notValid: isNotValid(event.validity), findings: event.analytes },
    attached: adjustment.attached.flatMap((result) => stillAsking(result, events)),
    acted: actedOn(adjustment, zone),
    attempts: attempts.filter(({ at }) => at > adjustment.openedAt),
  };
}

/** What of an attached result asks for an answer as it stands now; nothing where a correction took it away. */
function stillAsking(result: AttachedResult, events: readonly ScreenEvent[]): readonly AttachedInCare[] {
  const event = events.find(({ id }) => id === result.screenId);
  if (event === undefined) return [];
  if (isNotValid(event.validity)) return [{ ...result, on: event.on, analytes: [] }];
  const analytes = event.analytes.filter(({ finding }) => needsAnswer(finding)).map(({ analyte }) => analyte);
  const asking = result.analytes.filter((analyte) => analytes.includes(analyte));
  return asking.length === 0 ? [] : [{ ...result, on: event.on, analytes: asking }];
}

/** Who acted on an adjustment last: whoever signed it, or else talked. */
function actedOn({ signedAt, talkedAt, actedBy }: ClientAdjustment & LaterResults, zone: Zone): ActedBy | null {
  if (signedAt !== null) return { did: 'signed', name: actedBy, on: dayAt(signedAt, zone) };
  return talkedAt === null ? null : { did: 'talked', name: actedBy, on: dayAt(talkedAt, zone) };
}
