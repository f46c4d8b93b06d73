import type { Contract } from '#contract/index.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

type Given = Parameters<Procedure<Contract['medications']['answerReading']>>[0];
type Answer = Pick<Given, 'reviewId' | 'clientId' | 'answer' | 'because'> & {
  /** The screen's row that was written in answer. */
  readonly amendedBy: string | null;
};

/** Keeps what a clinician answered to an offered screen. */
export async function insertReinterpretationAnswer(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { reviewId, clientId, answer, because, amendedBy }: Answer,
): Promise<void> {
  await db
    .insertInto('reinterpretation_answer')
    .values({
      organization_id: actor.organizationId,
      review_id: reviewId,
      client_id: clientId,
      answer,
      because,
      amended_by: amendedBy,
      by: actor.staffId,
      at: now,
    })
    .execute();
}
