import { admissionDay } from '#domain/attendance/lost-contact.ts';
import { scheduleIn } from '#domain/attendance/scheduled-days.ts';
import { weeksOfCare } from '#domain/attendance/weeks.ts';
import { nextDue, useOf, type AuthorizationFacts } from '#domain/episodes/authorizations.ts';
import { dayAt, latest, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import type { AdjustmentInCare, Authorization, ClientFacts } from '#domain/caseload/order.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { isNotValid } from '#domain/drug-screens/interpret.ts';
import type { Adjustment } from '#domain/adjustments/open.ts';
import { phaseProgress, type Criterion } from '#domain/phases/phases.ts';
import type { SafetyConcern } from '#domain/safety/safety-clock.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { adjustmentsOf } from '#server/adjustments/adjustments.rows.ts';
import { sessionsOf } from '#server/attendance/attendance.rows.ts';
import { authorizationsOf } from '#server/episodes/authorizations.rows.ts';
import { attemptsOf, concernsOf, goalsOf, instrumentsOf, leavesOf, type Goal } from '#server/care-plan/care-records.rows.ts';
import { screensOf } from '#server/drug-screens/client-screens.rows.ts';
import { criteriaOf } from '#domain/phases/criteria.ts';
import { phasesOf, type Phase } from '#server/phases/phases.rows.ts';
import { enrollmentsOf, prescriptionsOf } from '#server/episodes/prescribed-hours.rows.ts';
import { reviewsDue, reviewsOf, withReviews } from '#server/care-plan/reviews.rows.ts';

/** The client of an open or closed episode, as the statement that wrote the audit event answered it. */
export type InCare = {
  readonly client_id: string;
  readonly called: string;
  readonly opened_on: Day;
  readonly closed_on: Day | null;
  readonly weekdays: readonly number[] | null;
};

/** What Today reads, with what the pages draw beside it. */
export type Loaded = ClientFacts & {
  readonly started: boolean;
  readonly closedOn: Day | null;
  readonly phases: readonly Phase[];
  readonly criteria: readonly Criterion[];
  readonly goalLines: readonly Goal[];
};

type Reading = Pick<Context, 'db' | 'now' | 'zone' | 'settings'>;

/** Everything about these clients, a handful of statements for all of them together. */
export async function factsOf(clients: readonly InCare[], { db, now, zone, settings }: Reading): Promise<Map<string, Loaded>> {
  const ids = clients.map((client) => client.client_id);
  if (ids.length === 0) return new Map();
  const sessions = await sessionsOf(db, ids);
  const leaves = await leavesOf(db, ids);
  const prescriptions = await prescriptionsOf(db, ids);
  const enrolled = await enrollmentsOf(db, ids);
  const attempts = await attemptsOf(db, ids);
  const concerns = await concernsOf(db, ids);
  const instruments = await instrumentsOf(db, ids);
  const goals = await goalsOf(db, ids);
  const phases = await phasesOf(db, ids);
  const authorizations = await authorizationsOf(db, ids);
  const screens = await screensOf({ db, now, zone, settings }, ids);
  const adjustments = await adjustmentsOf(db, ids);
  const reviews = await reviewsOf(db, ids);
  const today = dayAt(now, zone);

  return new Map(
    clients.map((client) => {
      const id = client.client_id;
      const own = {
        sessions: sessions.get(id) ?? [],
        leaves: leaves.get(id) ?? [],
        attempts: attempts.get(id) ?? [],
        goals: goals.get(id) ?? [],
        phases: phases.get(id) ?? [],
      };
      const admitted = admissionDay(own.sessions, zone);
      const care = {
        admittedOn: admitted,
        closedOn: client.closed_on,
        leaves: own.leaves,
        prescriptions: prescriptions.get(id) ?? [],
        schedule: scheduleIn(
          { enrollments: enrolled.get(id) ?? [], usualWeekdays: client.weekdays ?? [] },
          client.opened_on,
          client.closed_on,
        ),
        sessions: own.sessions,
      };
      const weeks = weeksOfCare(care, now, zone);
      const phase = own.phases.findLast(({ from }) => from <= today) ?? null;
      const criteria = phase === null ? [] : criteriaOf(phase, { weeks, goals: own.goals, leaves: own.leaves, today });
      const events = screens.get(id) ?? [];
      const facts: Loaded = {
        called: client.called,
        admittedOn: admitted ?? client.opened_on,
        started: admitted !== null,
        closedOn: client.closed_on,
        safety: (concerns.get(id) ?? []).map((concern) => withLeaving(concern, own.sessions, now, zone)),
        sessions: own.sessions,
        leaves: own.leaves,
        attempts: own.attempts,
        authorization: authorizationOf(authorizations.get(id) ?? [], own.sessions, today, zone),
        adjustments: (adjustments.get(id) ?? []).map((adjustment) => inCare(adjustment, events, own.attempts)),
        weeks,
        instruments: withReviews(instruments.get(id) ?? [], reviews.get(id) ?? []),
        screens: events.filter(({ on }) => on >= client.opened_on),
        reviews: reviewsDue(
          { goals: own.goals, phase, adjustments: adjustments.get(id) ?? [], reviews: reviews.get(id) ?? [] },
          { zone, settings },
        ),
        phase: phase === null ? null : { number: phase.number, ...phaseProgress(criteria) },
        goals: own.goals,
        phases: own.phases,
        criteria,
        goalLines: own.goals,
      };
      return [id, facts];
    }),
  );
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
  today: Day,
  zone: Zone,
): Authorization | null {
  const due = nextDue(stored, today);
  if (due === null) return null;
  const { authorization, by, followed } = due;
  const { used } = useOf(authorization, sessions, zone);
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
