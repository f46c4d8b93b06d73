import { inNameOrder } from '#server/database/in-name-order.ts';
import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

/** Whom a member of staff covers on a day, with the last day of it. */
export async function coveringOn(
  db: Database,
  staffId: string,
  on: Day,
): Promise<readonly { readonly staffId: string; readonly name: string; readonly until: Day }[]> {
  const rows = await db
    .selectFrom('coverage')
    .innerJoin('staff', 'staff.id', 'coverage.away_id')
    .select(['coverage.away_id', 'staff.name', 'coverage.to_on'])
    .where('coverage.covered_by', '=', staffId)
    .where('coverage.cancelled_at', 'is', null)
    .where('coverage.from_on', '<=', on)
    .where('coverage.to_on', '>=', on)
    .orderBy(inNameOrder('staff.name'))
    .execute();
  return rows.map((row) => ({ staffId: row.away_id, name: row.name, until: row.to_on }));
}

/** Coverage that isn't over before a day, or the last of what is; each with how many open episodes it is about now. */
export const coverageRows = (db: Database) =>
  db
    .selectFrom('coverage')
    .innerJoin('staff as away', 'away.id', 'coverage.away_id')
    .innerJoin('staff as cover', 'cover.id', 'coverage.covered_by')
    .selectAll('coverage')
    .select(['away.name as away', 'cover.name as cover'])
    .select(
      sql<number>`(select count(*) from episode where episode.organization_id = coverage.organization_id and episode.therapist_id = coverage.away_id and episode.closed_on is null)`.as(
        'clients',
      ),
    )
    .where('coverage.cancelled_at', 'is', null);
