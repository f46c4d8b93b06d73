import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { moveProblemWords, reviewProblemWords } from '#domain/care-plan/reviews-words.ts';
import { moveProblem, reviewProblems } from '#domain/care-plan/reviews.ts';
import { criterionAllowed, withMet } from '#domain/phases/criteria.ts';
import { phaseTemplate } from '#server/phases/phases.rows.ts';
import { beginPhase, endPhase, reviewPhase } from '#server/phases/phases.store.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { insertRating, setNextGoalReview } from './goals.store.ts';
import { lockEpisode, openGoal, openPhase, refuseParts, takenInstrument } from './reviews.guards.ts';
import { insertReview, type ReviewTie } from './reviews.store.ts';

type Given = Parameters<Procedure<Contract['reviews']['record']>>[0];

const untied: ReviewTie = { instrument: null, goal_id: null, phase_id: null };

/** Signs a review, and does what it decided: a goal's rating and next day, or a phase's criteria and what comes next. */
export const recordReview: Procedure<Contract['reviews']['record']> = async (given, context) => {
  const { now, zone, record } = context;
  const { clientId, what, on, nextOn, rating = null, decision = null } = given;
  const episode = await lockEpisode(clientId, context);
  const problems = reviewProblems({ what, on, nextOn, rating, decision }, episode.opened_on, dayAt(now, zone));
  if (problems.length > 0)
    throw new Refusal(
      'input-invalid',
      undefined,
      problems.map((problem) => ({ field: reviewProblemWords[problem][0], message: reviewProblemWords[problem][1] })),
    );
  refuseParts(given);
  const { id } = await insertReview(context, { ...given, rating, decision, ...(await followed(given, context)) });
  await record.changed('reviews', [clientId]);
  return { reviewId: id };
};

/** Does what a review decided, and answers what it is tied to. */
async function followed(given: Given, context: Context): Promise<ReviewTie> {
  switch (given.what) {
    case 'instrument':
      return { ...untied, instrument: await takenInstrument(given, context) };
    case 'goal':
      return { ...untied, goal_id: await goalReviewed(given, context) };
    case 'phase':
      return { ...untied, phase_id: await phaseReviewed(given, context) };
    case 'care-plan':
    case 'continuing-care':
      return untied;
  }
  return given.what satisfies never;
}

async function goalReviewed(given: Given, context: Context): Promise<string> {
  const { clientId, on, nextOn, rating = null } = given;
  const goal = await openGoal(given, context);
  await setNextGoalReview(context, goal.id, nextOn);
  if (rating === null || (await insertRating(context, { clientId, goalId: goal.id, on, level: rating }))) return goal.id;
  const message = 'This goal has a rating of that day already. Leave the rating out, or give another day.';
  throw new Refusal('duplicate', message, [{ field: 'rating', message }]);
}

/** A person decides; criteria that are open stop nobody, and nothing leads back. */
async function phaseReviewed(given: Given, context: Context): Promise<string> {
  const { clientId, on, nextOn, decision = null, criteriaMet = [] } = given;
  const phase = await openPhase(given, context);
  const criteria = withMet(phase, criteriaMet, on);
  if (decision !== 'move-on') {
    await reviewPhase(context, phase.id, { criteria, nextOn });
    return phase.id;
  }
  const move = moveProblem(phase, on);
  if (move !== null) throw refuseField('decision', moveProblemWords[move]);
  const number = phase.number + 1;
  const written = await phaseTemplate(context.db, number);
  await endPhase(context, phase.id, { criteria, nextFrom: on });
  await beginPhase(context, clientId, {
    number,
    name: written?.name ?? `Phase ${number}`,
    from: on,
    reviewDueOn: nextOn,
    criteria: (written?.criteria ?? []).filter(criterionAllowed),
  });
  return phase.id;
}
