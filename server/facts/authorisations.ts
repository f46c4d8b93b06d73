import type { Day } from '#domain/calendar.ts';
import type { Database } from '../database/pool.ts';
import { byClient } from './by-client.ts';

export type StoredAuthorisation = { readonly days: number; readonly from: Day; readonly to: Day; readonly nextReviewOn: Day | null };

/** Authorisations in time order, as the payer gave them. What is used is worked out from delivered services. */
export async function authorisationsOf(db: Database, ids: readonly string[]): Promise<Map<string, StoredAuthorisation[]>> {
  const rows = await db
    .selectFrom('authorisation')
    .select(['client_id', 'days', 'from_on', 'to_on', 'next_review_on'])
    .where('client_id', 'in', ids)
    .orderBy('from_on')
    .execute();
  return byClient(rows, (row) => ({ days: row.days, from: row.from_on, to: row.to_on, nextReviewOn: row.next_review_on }));
}
