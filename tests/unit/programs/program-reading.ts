import { admissionDay } from '#domain/attendance/lost-contact.ts';
import { weeksOfCare } from '#domain/attendance/weeks.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { addDays } from '#domain/calendar/calendar.ts';
import { responseOf } from '#domain/adjustments/states.ts';
import type { AdjustmentInCare, ClientFacts } from '#domain/caseload/order.ts';
import { eventMark, isPresumptive, markOf } from '#domain/drug-screens/marks.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { safetyKinds } from '#domain/safety/safety-clock.ts';
import { factsAt, type Opened } from '#mocks/fixtures/adjustments.ts';
import { screensOf } from '#mocks/fixtures/drug-screens.ts';
import { minutesAfter, type Frame } from '#mocks/fixtures/frame.ts';
import type { ClientFixture, Booking } from '#mocks/fixtures/client-fixture.ts';
import type { Version } from '#mocks/fixtures/versions.ts';

const sessionFacts = ({ session, status, minutes, telehealth, makeUp }: Booking): SessionFacts => ({
  id: session.id,
  service: session.service,
  startsAt: session.startsAt,
  endsAt: minutesAfter(session.startsAt, session.minutes),
  breaks: [],
  cancelledByProgram: session.cancelledBecause !== null,
  status: status === 'booked' ? null : status,
  arrivedAt: status === 'late' ? minutesAfter(session.startsAt, session.minutes - (minutes ?? 0)) : null,
  leftAt: status === 'left-early' ? minutesAfter(session.startsAt, minutes ?? 0) : null,
  telehealth,
  makeUp,
});

function eventOf({ id, collection, analytes }: Version, adjustments: readonly Opened[], { now }: Frame): ScreenEvent {
  const own = adjustments.find(({ attached }) => attached.some(({ screenId }) => screenId === id));
  const response = own === undefined ? null : responseOf(factsAt(own, now));
  const { on, at, scheduled, outcome, reason } = collection;
  const handedOver =
    outcome === 'collected' ? { specimen: collection.specimen, validity: collection.validity } : { specimen: null, validity: null };
  const read = analytes.map(({ analyte, result, expected, finding }) => ({
    analyte,
    result,
    ...expected,
    finding,
    mark: markOf(finding, response),
  }));
  const mark = eventMark({ outcome, validity: handedOver.validity, analytes: read }, response);
  return {
    id,
    on,
    at,
    scheduled,
    outcome,
    ...handedOver,
    reason,
    presumptive: isPresumptive(read),
    mark,
    response,
    adjustmentId: own?.id ?? null,
    analytes: read,
  };
}

function inCare(adjustment: Opened, events: readonly ScreenEvent[], { now }: Frame): AdjustmentInCare {
  const { id, number, trigger, analytes, openedAt, talkDueAt, signDueAt } = adjustment;
  const event = events.findLast(({ adjustmentId }) => adjustmentId === id);
  const later = { attached: [], corrections: [], acted: null, followUpForward: false };
  const facts = { ...factsAt(adjustment, now), ...later, explanation: null, signedBy: null, attempts: [] };
  const seen =
    event === undefined ? null : { on: event.on, presumptive: event.presumptive, notValid: adjustment.notValid, findings: event.analytes };
  return { ...facts, id, number, trigger, analytes, openedAt, talkDueAt, signDueAt, event: seen };
}

/** One life as the domain's rules read it, straight from what was told. */
export function readingOf(fixture: ClientFixture, frame: Frame): ClientFacts {
  const sessions = fixture.bookings.map(sessionFacts);
  const admittedOn = admissionDay(sessions, frame.zone) ?? fixture.openedOn;
  const { versions, adjustments } = screensOf(fixture, frame);
  const screens = versions
    .filter(({ id }) => !versions.some(({ amends }) => amends === id))
    .map((version) => eventOf(version, adjustments, frame));
  const prescriptions = fixture.hours.map(({ from, perWeek }, nth) => {
    const next = fixture.hours[nth + 1];
    return { from, to: next === undefined ? null : addDays(next.from, -1), hoursPerWeek: perWeek };
  });
  const phase = fixture.phases.at(-1);
  const authorized = fixture.authorizations.at(-1);
  return {
    called: fixture.person.first,
    admittedOn,
    safety: fixture.concerns
      .filter(({ closedAt }) => closedAt === null)
      .map(({ openedAt, trigger, notifiedAt, closedAt }) => ({
        id: openedAt,
        openedAt,
        notifiedAt,
        leavesAt: null,
        amended: null,
        source: null,
        checkedAt: closedAt,
        kind: safetyKinds.find((kind) => kind === trigger) ?? 'concern',
      })),
    sessions,
    leaves: fixture.leaves,
    attempts: fixture.contacts.map(({ at, method, twoWay }) => ({ at, method, reached: twoWay, nextTryOn: null })),
    authorization:
      authorized === undefined
        ? null
        : { endsOn: authorized.to, nextReviewOn: authorized.nextReviewOn, unit: 'days', allowed: authorized.days, used: 0 },
    adjustments: adjustments.map((one) => inCare(one, screens, frame)),
    weeks: weeksOfCare(
      {
        admittedOn,
        closedOn: fixture.discharge?.on ?? null,
        leaves: fixture.leaves,
        prescriptions,
        schedule: { enrollments: [], usualWeekdays: fixture.group.weekdays },
        closedDays: new Set(),
        sessions,
      },
      frame.now,
      frame.zone,
    ),
    instruments: [...Map.groupBy(fixture.scores, ({ instrument }) => instrument)].map(([instrument, scores]) => ({
      instrument,
      scores,
      reviewedOn: null,
    })),
    screens,
    reviews: [
      ...fixture.goals.flatMap(({ nextReviewOn }) => (nextReviewOn === null ? [] : [{ kind: 'goal' as const, dueOn: nextReviewOn }])),
      ...(phase === undefined || phase.reviewDueOn === null
        ? []
        : [{ kind: 'phase' as const, number: phase.number, dueOn: phase.reviewDueOn }]),
    ],
    phase: null,
    goals: fixture.goals.map(({ title, ratings }, nth) => ({
      id: title,
      number: nth + 1,
      title,
      ratings: ratings.map(([on, level]) => ({ on, level })),
    })),
  };
}
