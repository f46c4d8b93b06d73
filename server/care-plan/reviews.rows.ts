import { dayAt, latest, type Day, type Zone } from '#domain/calendar/calendar.ts';
import type { ReviewDue } from '#domain/caseload/order.ts';
import type { PhaseDecision, ReviewKind } from '#domain/care-plan/review-kinds.ts';
import { agreedNext, planReviewDueOn } from '#domain/care-plan/reviews.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { Database } from '#server/database/pool.ts';
import type { ClientAdjustment } from '#server/adjustments/adjustments.rows.ts';
import { byClient } from '#server/clients/by-client.ts';
import type { Goal, Instruments } from './care-records.rows.ts';
import type { Phase } from '#server/phases/phases.rows.ts';

export type Review = {
  readonly id: string;
  readonly what: ReviewKind;
  /** The instrument, goal or phase. */
  readonly about: string | null;
  readonly on: Day;
  readonly summary: string;
  readonly nextOn: Day | null;
  readonly rating: number | null;
  readonly decision: PhaseDecision | null;
  readonly by: string;
};

/** Signed reviews of these clients, oldest first. */
export async function reviewsOf(db: Database, ids: readonly string[]): Promise<Map<string, Review[]>> {
  const rows = await db
    .selectFrom('review')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'review.organization_id').onRef('staff.id', '=', 'review.signed_by'),
    )
    .selectAll('review')
    .select('staff.name as signer')
    .where('review.client_id', 'in', ids)
    .orderBy('reviewed_on')
    .orderBy('signed_at')
    .execute();
  return byClient(rows, (row): Review => ({
    id: row.id,
    what: row.what,
    about: row.instrument ?? row.goal_id ?? row.phase_id,
    on: row.reviewed_on,
    summary: row.summary,
    nextOn: row.next_on,
    rating: row.rating,
    decision: row.decision,
    by: row.signer,
  }));
}

/** Instruments with the day on which each was last looked at with the client. */
export const withReviews = (instruments: readonly Instruments[], reviews: readonly Review[]): readonly Instruments[] =>
  instruments.map((one) => ({
    ...one,
    reviewedOn: latest(reviews.filter(({ what, about }) => what === 'instrument' && about === one.instrument).map(({ on }) => on)),
  }));

type Care = {
  readonly goals: readonly Goal[];
  readonly phase: Phase | null;
  readonly adjustments: readonly Pick<ClientAdjustment, 'signedAt'>[];
  readonly reviews: readonly Review[];
};

/** Every review that has a day: of goals, of the phase, of the care plan and of the continuing-care plan. */
export function reviewsDue({ goals, phase, adjustments, reviews }: Care, at: { zone: Zone; settings: ProgramSettings }): ReviewDue[] {
  const of = (kind: ReviewKind) => reviews.filter(({ what }) => what === kind);
  const signed = adjustments.flatMap(({ signedAt }) => (signedAt === null ? [] : [dayAt(signedAt, at.zone)]));
  const plan = planReviewDueOn(signed, of('care-plan'), at.settings);
  const continuing = agreedNext(of('continuing-care'));
  return [
    ...goals.flatMap(({ id, number, nextReviewOn }) =>
      nextReviewOn === null ? [] : [{ kind: 'goal' as const, id, number, dueOn: nextReviewOn }],
    ),
    ...(phase?.reviewDueOn == null ? [] : [{ kind: 'phase' as const, id: phase.id, number: phase.number, dueOn: phase.reviewDueOn }]),
    ...(plan === null ? [] : [{ kind: 'care-plan' as const, dueOn: plan }]),
    ...(continuing === null ? [] : [{ kind: 'continuing-care' as const, dueOn: continuing }]),
  ];
}
