import { sql } from 'kysely';
import type { Correction } from '#domain/adjustments/corrections.ts';
import type { Database } from '#server/database/pool.ts';

export type StoredCorrection = Correction & { readonly sharedNote: string | null };

/** What was corrected after somebody acted on it, by adjustment, the first correction first. */
export async function correctionsOf(db: Database, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredCorrection[]>> {
  const rows = await db
    .selectFrom('result_correction')
    .select(['id', 'adjustment_id', 'at', 'analytes_before', 'analytes_after', 'shared_at', 'shared_note'])
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ adjustment_id }) => adjustment_id)].map(([adjustmentId, own]) => [
      adjustmentId,
      own.map((row) => ({
        id: row.id,
        at: row.at,
        analytesBefore: row.analytes_before,
        analytesAfter: row.analytes_after,
        sharedAt: row.shared_at,
        sharedNote: row.shared_note,
      })),
    ]),
  );
}
