import type { NewOffer } from '#domain/medications/reinterpretation.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** Whoever writes offers: a request's actor, or nobody where an import does. */
type Writing = Pick<Context, 'db' | 'now'> & { readonly actor: { readonly organizationId: string; readonly staffId: string | null } };

/** Keeps that these offers were overtaken by an edit of the list. */
export async function overtakeOffers({ db, actor, now }: Writing, clientId: string, offerIds: readonly string[]): Promise<void> {
  if (offerIds.length === 0) return;
  await db
    .insertInto('reinterpretation_answer')
    .values(
      offerIds.map((id) => ({
        organization_id: actor.organizationId,
        review_id: id,
        client_id: clientId,
        answer: 'overtaken' as const,
        because: null,
        amended_by: null,
        by: actor.staffId,
        at: now,
      })),
    )
    .execute();
}

/** Offers screens to a clinician, because of an edit of one medication. */
export async function insertOffers(
  { db, actor, now }: Writing,
  { clientId, medicationId }: { readonly clientId: string; readonly medicationId: string },
  offers: readonly NewOffer[],
): Promise<void> {
  if (offers.length === 0) return;
  await db
    .insertInto('reinterpretation')
    .values(
      offers.map(({ screenId, analytes }) => ({
        organization_id: actor.organizationId,
        client_id: clientId,
        screen_id: screenId,
        medication_id: medicationId,
        analytes: JSON.stringify(analytes),
        offered_at: now,
        offered_by: actor.staffId,
      })),
    )
    .execute();
}
