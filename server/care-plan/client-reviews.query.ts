import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { reviewLabel } from '#domain/care-plan/reviews-words.ts';
import { nextReviewOn } from '#domain/care-plan/reviews.ts';
import { factsOf } from '#server/caseload/client-facts.rows.ts';
import type { Loaded } from '#server/caseload/facts-at.ts';
import { clientOnPage } from '#server/clients/client-page.rows.ts';
import { phaseTemplate } from '#server/phases/phases.rows.ts';
import { calledName } from '#server/clients/client-names.ts';
import { goalLevelsOf } from './goal-levels.rows.ts';
import { openPhase, reviewablesOf, type ReviewTexts } from './reviewables.ts';
import { reviewsOf, type Review } from './reviews.rows.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** What of a client may be reviewed, and what was. */
export const ofClient: Procedure<Contract['reviews']['ofClient']> = async ({ clientId }, context) => {
  const { db, actor, now, zone, settings, record } = context;
  const [client] = await record.seen(clientOnPage(db, actor, clientId));
  const called = client === undefined ? '' : calledName(client);
  const facts = client === undefined ? undefined : (await factsOf([{ ...client, called }], context)).get(clientId);
  if (client === undefined || facts === undefined) throw new Refusal('client-unknown');
  const today = dayAt(now, zone);
  const past = (await reviewsOf(db, [clientId])).get(clientId) ?? [];
  return {
    clientId,
    asOf: now,
    today,
    called,
    nextOn: nextReviewOn(today, settings),
    reviewables: client.closed_on === null ? reviewablesOf(facts, await textsFor(facts, db), context) : [],
    past: past.toReversed().map((review) => ({ ...review, kind: review.what, title: titleOf(review, facts) })),
  };
};

async function textsFor(facts: Loaded, db: Context['db']): Promise<ReviewTexts> {
  const phase = openPhase(facts);
  return {
    levels: await goalLevelsOf(
      db,
      facts.goals.map(({ id }) => id),
    ),
    nextPhase: phase === undefined ? null : ((await phaseTemplate(db, phase.number + 1))?.name ?? null),
  };
}

function titleOf({ what, about }: Review, { goals, phases }: Loaded): string {
  switch (what) {
    case 'instrument':
      return about ?? '';
    case 'goal': {
      const goal = goals.find(({ id }) => id === about);
      return goal === undefined ? reviewLabel('goal') : `${reviewLabel('goal', goal.number)}: ${goal.title}`;
    }
    case 'phase':
      return reviewLabel('phase', phases.find(({ id }) => id === about)?.number);
    case 'care-plan':
      return reviewLabel('care-plan');
    case 'continuing-care':
      return reviewLabel('continuing-care');
  }
  return what satisfies never;
}
