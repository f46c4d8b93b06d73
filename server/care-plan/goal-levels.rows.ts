import type { Database } from '#server/database/pool.ts';

/** What each level of these goals says, from -2 to +2. */
export async function goalLevelsOf(db: Database, goalIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (goalIds.length === 0) return new Map();
  const rows = await db.selectFrom('goal').select(['id', 'levels']).where('id', 'in', goalIds).execute();
  return new Map(rows.map(({ id, levels }) => [id, levels]));
}
