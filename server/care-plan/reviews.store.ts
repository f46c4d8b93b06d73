import type { Day } from '#domain/calendar/calendar.ts';
import type { PhaseDecision, ReviewKind } from '#domain/care-plan/review-kinds.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** The instrument, goal or phase that a review is of; nothing for a plan. */
export type ReviewTie = { readonly instrument: string | null; readonly goal_id: string | null; readonly phase_id: string | null };

type SignedReview = ReviewTie & {
  readonly clientId: string;
  readonly what: ReviewKind;
  readonly on: Day;
  readonly summary: string;
  readonly nextOn: Day | null;
  readonly rating: number | null;
  readonly decision: PhaseDecision | null;
};

export async function insertReview(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  review: SignedReview,
): Promise<{ id: string }> {
  return db
    .insertInto('review')
    .values({
      organization_id: actor.organizationId,
      client_id: review.clientId,
      what: review.what,
      instrument: review.instrument,
      goal_id: review.goal_id,
      phase_id: review.phase_id,
      reviewed_on: review.on,
      summary: review.summary,
      next_on: review.nextOn,
      rating: review.rating,
      decision: review.decision,
      signed_by: actor.staffId,
      signed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
}
