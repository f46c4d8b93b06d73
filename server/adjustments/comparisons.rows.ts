import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

export type SignedWords = { readonly ownWords: string | null; readonly changes: readonly { readonly what: string; readonly from: Day }[] };

/** What was signed with each adjustment of a client: the changes in their order, and the client's own words. */
export async function signedWordsOf(db: Database, clientId: string): Promise<ReadonlyMap<string, SignedWords>> {
  const rows = await db
    .selectFrom('adjustment')
    .leftJoin('adjustment_change as change', (join) =>
      join.onRef('change.organization_id', '=', 'adjustment.organization_id').onRef('change.adjustment_id', '=', 'adjustment.id'),
    )
    .select(['adjustment.id', 'adjustment.own_words', 'change.what', 'change.from_on'])
    .where('adjustment.client_id', '=', clientId)
    .orderBy('adjustment.number')
    .orderBy('change.position')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, stored]) => [
      id,
      {
        ownWords: stored[0]?.own_words ?? null,
        changes: stored.flatMap(({ what, from_on }) => (what === null || from_on === null ? [] : [{ what, from: from_on }])),
      },
    ]),
  );
}
