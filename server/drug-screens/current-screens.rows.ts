import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';

/** From a screen as it was first written to the row that stands for it now, by way of its amendments. */
export async function currentScreens(db: Database, clientIds: readonly string[]): Promise<(screenId: string) => string> {
  const rows = await db
    .selectFrom('screen')
    .select(['id', 'amends_id'])
    .where('amends_id', 'is not', null)
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .execute();
  const amendedBy = new Map(rows.map(({ id, amends_id }) => [amends_id, id]));
  const currentScreen = (screenId: string): string => {
    const next = amendedBy.get(screenId);
    return next === undefined ? screenId : currentScreen(next);
  };
  return currentScreen;
}
