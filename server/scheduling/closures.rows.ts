import { sql } from 'kysely';
import { daysFromTo, type Day, type Instant, type OpenDays } from '#domain/calendar/calendar.ts';
import { openDaysOf, type ProgramSettings } from '#domain/programs/settings.ts';
import type { Database } from '#server/database/pool.ts';

/** The closures that touch a span of days. */
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

type Span = { readonly from: Day; readonly to: Day };

/** Days on which nobody works, as of a moment: no clock of open days counts them. */
export const closedForAll = (now: Instant) =>
  sql<readonly Span[]>`(select coalesce(json_agg(json_build_object('from', from_on, 'to', to_on)), '[]')
  from closure where program_id is null and site_id is null and to_on > ${now}::timestamptz::date - 100)`;

/** The open days that a clock counts, for a request and an import alike. */
export const openDaysFrom = (settings: ProgramSettings, closed: readonly Span[]): OpenDays =>
  openDaysOf(
    settings,
    closed.flatMap(({ from, to }) => daysFromTo(from, to)),
  );
