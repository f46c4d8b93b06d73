import type { AuthorizationFacts } from '#domain/episodes/authorizations.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

export type StoredAuthorization = AuthorizationFacts & { readonly version: number };

/** Authorizations in time order, as the payer gave them. What is used is worked out from delivered services. */
export async function authorizationsOf(db: Database, ids: readonly string[]): Promise<Map<string, StoredAuthorization[]>> {
  const rows = await db
    .selectFrom('payer_authorization')
    .selectAll()
    .where('client_id', 'in', ids)
    .orderBy('from_on')
    .orderBy('payer')
    .execute();
  return byClient(rows, (row) => ({
    id: row.id,
    payer: row.payer,
    number: row.number,
    unit: row.unit,
    quantity: row.quantity,
    from: row.from_on,
    to: row.to_on,
    nextReviewOn: row.next_review_on,
    needsNoMore: row.needs_no_more,
    version: row.version,
  }));
}
