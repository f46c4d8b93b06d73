import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';

/** Some of the clients whose stored answers this transaction made old, the urgent ones first, or those alone. */
export async function notedHere(db: Database, which: 'all' | 'urgent', most: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('noted_client')
    .select(['client_id', sql<boolean>`bool_or(urgent)`.as('urgent')])
    .where('noted_by', '=', sql<string>`pg_current_xact_id()`)
    // Where the transaction made everybody's answers old, all are worked out together, afterwards.
    .where(sql<boolean>`not exists (select from projection_basis where raised_by = pg_current_xact_id())`)
    .$if(which === 'urgent', (query) => query.where('urgent', '=', true))
    .groupBy('client_id')
    .orderBy('urgent', 'desc')
    .orderBy('client_id')
    .limit(most)
    .execute();
  return rows.map(({ client_id }) => client_id);
}

/** Those of these clients whose charts were not compared with the others since who they are changed. */
export async function identitiesNoted(db: Database, clientIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('noted_identity')
    .select('client_id')
    .distinct()
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .execute();
  return rows.map(({ client_id }) => client_id);
}

/** All such clients, in the order of their ids. */
export async function identitiesToCompare(db: Database, most: number): Promise<readonly string[]> {
  const rows = await db.selectFrom('noted_identity').select('client_id').distinct().orderBy('client_id').limit(most).execute();
  return rows.map(({ client_id }) => client_id);
}
