import type { Contract } from '#contract/index.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

/** An authorization as the payer gave it. */
export type AuthorizationTerms = Omit<Parameters<Procedure<Contract['authorizations']['add']>>[0], 'clientId'>;

const columnsOf = (terms: AuthorizationTerms) => ({
  payer: terms.payer,
  number: terms.number,
  unit: terms.unit,
  quantity: terms.quantity,
  from_on: terms.from,
  to_on: terms.to,
  next_review_on: terms.nextReviewOn,
});

export async function insertAuthorization(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  clientId: string,
  terms: AuthorizationTerms,
): Promise<{ id: string }> {
  return db
    .insertInto('payer_authorization')
    .values({ organization_id: actor.organizationId, client_id: clientId, ...columnsOf(terms) })
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function changeAuthorization({ db }: Pick<Context, 'db'>, id: string, terms: AuthorizationTerms): Promise<void> {
  await db
    .updateTable('payer_authorization')
    .set((eb) => ({ ...columnsOf(terms), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

type UtilizationReview = {
  readonly clientId: string;
  readonly authorizationId: string;
  readonly reviewedOn: Day;
  readonly nextReviewOn: Day | null;
  readonly needsNoMore: boolean;
  readonly note: string | null;
};

/** Keeps a review, and when the authorization is to be looked at next. */
export async function insertUtilizationReview({ db, actor }: Pick<Context, 'db' | 'actor'>, review: UtilizationReview): Promise<void> {
  await db
    .insertInto('utilization_review')
    .values({
      organization_id: actor.organizationId,
      client_id: review.clientId,
      authorization_id: review.authorizationId,
      reviewed_on: review.reviewedOn,
      next_review_on: review.nextReviewOn,
      note: review.note,
      by: actor.staffId,
    })
    .execute();
  await db
    .updateTable('payer_authorization')
    .set((eb) => ({ next_review_on: review.nextReviewOn, needs_no_more: review.needsNoMore, version: eb('version', '+', 1) }))
    .where('id', '=', review.authorizationId)
    .execute();
}
