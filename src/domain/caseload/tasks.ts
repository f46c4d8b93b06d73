import { lastCameAt, twoMissedInARow } from '#domain/attendance/lost-contact.ts';
import { hoursUnder } from '#domain/attendance/weeks.ts';
import {
  addDays,
  dayAt,
  daysBetween,
  earliest,
  isOpen,
  latest,
  momentOf,
  openDayAfter,
  type Day,
  type Instant,
  type OpenDays,
  type Zone,
} from '#domain/calendar/calendar.ts';
import { attachedDueAt } from '#domain/adjustments/attached.ts';
import { talkDueAt } from '#domain/adjustments/open.ts';
import { stateOf } from '#domain/adjustments/states.ts';
import {
  inOrder,
  isAway,
  momentAt,
  tierOf,
  type AdjustmentInCare,
  type ClientFacts,
  type Moment,
  type Need,
  type NeedAbout,
  type NeedFacts,
} from './order.ts';
import { lastContactAt, notReached } from '#domain/clients/contact-attempts.ts';
import { worseningOf } from '#domain/instruments/instruments.ts';
import { safetyDueAt } from '#domain/safety/safety-clock.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

type Beside = { readonly adjustmentId?: string | null; readonly about?: NeedAbout };

const need = (facts: NeedFacts, dueAt: Instant | null, { adjustmentId = null, about }: Beside = {}): Need => ({
  kind: facts.kind,
  tier: tierOf(facts.kind),
  dueAt,
  facts,
  adjustmentId,
  ...(about === undefined ? {} : { about }),
});

const closeOf = (on: Day, { open, zone }: Moment): Instant => momentOf(on, open.closesAt, zone);

/**
 * Everything a client needs from the team now, in Today's order: ten stated reasons with stated clocks (program rule), never a score.
 * Unknown hours, unmarked sessions and leave flag nobody.
 */
export function needsOf(facts: ClientFacts, now: Instant, settings: ProgramSettings, zone: Zone, open: OpenDays): readonly Need[] {
  const at = momentAt(now, settings, zone, open);
  return inOrder([
    ...safetyNeeds(facts, at),
    ...contactNeeds(facts, at),
    ...authorizationNeeds(facts, at),
    ...answerNeeds(facts, at),
    ...hoursNeeds(facts, at),
    ...instrumentNeeds(facts, at),
    ...uncollectedNeeds(facts, at),
    ...reviewNeeds(facts, at),
  ]);
}

/** What is owed to somebody whose care has not started: answers, safety and reviews, as to anybody. Hours, screens and contact begin with care (program rule). */
export function needsBeforeCare(facts: ClientFacts, now: Instant, settings: ProgramSettings, zone: Zone, open: OpenDays): readonly Need[] {
  const at = momentAt(now, settings, zone, open);
  return inOrder([...safetyNeeds(facts, at), ...answerNeeds(facts, at), ...reviewNeeds(facts, at)]);
}

/** What is still owed to somebody whose episode has closed: an open safety concern and answers to results, and nothing that only care would go on with (program rule). */
export function needsAfterCare(facts: ClientFacts, now: Instant, settings: ProgramSettings, zone: Zone, open: OpenDays): readonly Need[] {
  const at = momentAt(now, settings, zone, open);
  return inOrder([...safetyNeeds(facts, at), ...answerNeeds(facts, at).filter(({ kind }) => kind !== 'follow-up')]);
}

const safetyNeeds = ({ safety, called }: ClientFacts, at: Moment): readonly Need[] =>
  safety
    .filter(({ checkedAt }) => checkedAt === null)
    .map((concern) => {
      const dueAt = safetyDueAt(concern, at.zone);
      const about = { kind: concern.notifiedAt === null ? ('tell' as const) : ('check' as const), id: concern.id };
      return need({ kind: 'safety', concern, called }, dueAt, { about });
    });

function contactNeeds(facts: ClientFacts, at: Moment): readonly Need[] {
  if (isAway(facts, at.today)) return [];
  const contact = latest([lastContactAt(facts.attempts), lastCameAt(facts.sessions)].filter((moment) => moment !== null));
  const missed = twoMissedInARow(facts.sessions, facts.leaves, at.now, at.zone);
  const missedSince = missed !== null && (contact === null || contact < missed[1].startsAt) ? missed : null;
  const backFromLeave = facts.leaves.flatMap(({ to }) => (to !== null && to < at.today ? [addDays(to, 1)] : []));
  // A contact of an earlier episode is no contact in this one.
  const since = latest([facts.admittedOn, ...(contact === null ? [] : [dayAt(contact, at.zone)]), ...backFromLeave]) ?? facts.admittedOn;
  if (missedSince === null && daysBetween(since, at.today) < at.settings.lostContactDays) return [];

  const tries = facts.attempts.filter((attempt) => contact === null || attempt.at > contact);
  const outreach = notReached(tries, at.zone);
  const missedOn = missedSince?.map((session) => dayAt(session.startsAt, at.zone)) ?? [];
  const lastTry = latest(tries.map((attempt) => dayAt(attempt.at, at.zone))) ?? at.today;
  const next = outreach.reachingOut ? (outreach.nextTryOn ?? openDayAfter(lastTry, 1, at.open)) : at.today;
  return [
    need(
      {
        kind: 'lost-contact',
        missedOn,
        since: contact === null ? null : since,
        days: daysBetween(since, at.today),
        tries,
        attempts: outreach.attempts,
        nextTryOn: outreach.reachingOut ? next : null,
      },
      closeOf(next, at),
    ),
  ];
}

function authorizationNeeds({ authorization }: ClientFacts, at: Moment): readonly Need[] {
  if (authorization === null) return [];
  const { endsOn, nextReviewOn } = authorization;
  const reviewOn = nextReviewOn === null || nextReviewOn > endsOn ? endsOn : nextReviewOn;
  if (reviewOn > openDayAfter(at.today, at.settings.authorizationOpenDays, at.open)) return [];
  let by = reviewOn;
  while (by > at.today && !isOpen(by, at.open)) by = addDays(by, -1);
  return [need({ kind: 'authorization', authorization, by }, closeOf(by, at))];
}

/** Everything that is owed about results: the adjustments' next steps, results that attached after a signature, and corrections of what somebody acted on. */
const answerNeeds = ({ adjustments, sessions }: ClientFacts, at: Moment): readonly Need[] =>
  adjustments.flatMap((adjustment) => [
    ...correctionNeeds(adjustment, at),
    ...adjustmentNeeds(adjustment, at),
    ...attachedNeeds(adjustment, sessions, at),
  ]);

const correctionNeeds = (adjustment: AdjustmentInCare, at: Moment): readonly Need[] =>
  adjustment.corrections
    .filter(({ sharedAt }) => sharedAt === null)
    .map((correction) => {
      const dueAt = talkDueAt(correction.at, at.settings, at.zone, at.open);
      return need({ kind: 'correction', adjustment, correction, dueAt }, dueAt, { adjustmentId: adjustment.id });
    });

/** One conversation answers all that attached before it, so they are one task, due with the first of them. */
function attachedNeeds(adjustment: AdjustmentInCare, sessions: ClientFacts['sessions'], at: Moment): readonly Need[] {
  const results = adjustment.attached.filter(({ answeredAt }) => answeredAt === null);
  const dueAt = earliest(results.map(({ attachedAt }) => attachedDueAt(attachedAt, sessions, at)));
  return dueAt === null ? [] : [need({ kind: 'attached', adjustment, results, dueAt }, dueAt, { adjustmentId: adjustment.id })];
}

function adjustmentNeeds(adjustment: AdjustmentInCare, at: Moment): readonly Need[] {
  const { id: adjustmentId, followUpOn } = adjustment;
  const state = stateOf(adjustment, at.today);
  switch (state) {
    case 'due': {
      const outreach = notReached(adjustment.attempts, at.zone);
      const next = outreach.nextTryOn ?? openDayAfter(at.today, 1, at.open);
      return [need({ kind: 'talk', adjustment, nextTryOn: outreach.reachingOut ? next : null }, adjustment.talkDueAt, { adjustmentId })];
    }
    case 'talked':
      return [need({ kind: 'sign', adjustment }, adjustment.signDueAt, { adjustmentId })];
    case 'follow-up-due':
      if (followUpOn === null) return [];
      return [need({ kind: 'follow-up', adjustment, on: followUpOn }, closeOf(followUpOn, at), { adjustmentId })];
    case 'signed':
    case 'closed':
    case 'explained':
    case 'amended':
      return [];
  }
  state satisfies never;
}

function hoursNeeds(facts: ClientFacts, at: Moment): readonly Need[] {
  const under = hoursUnder(facts.weeks, at.today, at.settings);
  return under === null ? [] : [need({ kind: 'hours', under }, null)];
}

const instrumentNeeds = ({ instruments }: ClientFacts, at: Moment): readonly Need[] =>
  instruments.flatMap(({ instrument, scores, reviewedOn }) => {
    const worse = worseningOf(instrument, scores, at.settings);
    return worse === null || (reviewedOn !== null && reviewedOn >= worse.on)
      ? []
      : [need({ kind: 'instrument', instrument, worse }, null, { about: { kind: 'instrument', id: instrument } })];
  });

function uncollectedNeeds(facts: ClientFacts, at: Moment): readonly Need[] {
  const slots = facts.screens
    .filter(({ scheduled, outcome, on }) => scheduled && on <= at.today && outcome !== 'excused' && outcome !== 'cancelled-by-program')
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const inARow = slots.slice(slots.findLastIndex(({ outcome }) => outcome !== 'not-collected') + 1);
  const handedOverSince = facts.screens.some(({ outcome, on }) => outcome === 'collected' && inARow[0] !== undefined && on > inARow[0].on);
  if (inARow.length < at.settings.uncollectedInARow || handedOverSince) return [];
  return [need({ kind: 'uncollected', days: inARow.map(({ on }) => on) }, null)];
}

const reviewNeeds = ({ reviews }: ClientFacts, at: Moment): readonly Need[] =>
  reviews
    .filter(({ dueOn }) => daysBetween(at.today, dueOn) <= at.settings.upcomingReviewDays)
    .map((review) => need({ kind: 'review', review }, closeOf(review.dueOn, at), { about: { kind: review.kind, id: review.id ?? null } }));
