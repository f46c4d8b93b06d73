import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

/** The closures that touch a span of days, with what each says. */
export async function closuresBetween(db: Database, from: Day, to: Day) {
  const rows = await db
    .selectFrom('closure')
    .selectAll()
    .where('to_on', '>=', from)
    .where('from_on', '<=', to)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    from: row.from_on,
    to: row.to_on,
    programId: row.program_id,
    siteId: row.site_id,
    kind: row.kind,
    label: row.label,
  }));
}
