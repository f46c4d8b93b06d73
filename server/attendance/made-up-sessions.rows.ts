import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

type Named = { readonly sessionId: string; readonly on: Day; readonly title: string };

/** The day and the name of sessions that others make up. */
export async function namesOf(db: Database, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Named>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('session')
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'session.organization_id').onRef('care_group.id', '=', 'session.group_id'),
    )
    .select(['session.id', 'session.title', 'session.session_on', 'care_group.name as group_name'])
    .where((eb) => eb('session.id', '=', sql<string>`any(${wanted}::uuid[])`))
    .execute();
  return new Map(rows.map((row) => [row.id, { sessionId: row.id, on: row.session_on, title: row.group_name ?? row.title }]));
}
