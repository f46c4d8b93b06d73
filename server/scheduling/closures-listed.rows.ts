import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

export const pastAPage = 100;

/** Those that last until a day or later, or a page of those that were over, behind another, and one more where it isn't the last. */
type Which = { readonly until: Day } | { readonly pastBehind: string | null; readonly before: Day };

/** Closures, the latest first, each with how many sessions it cancels. */
export async function closuresListed(db: Database, which: Which) {
  const query = db
    .selectFrom('closure')
    .leftJoin('program', (join) =>
      join.onRef('program.organization_id', '=', 'closure.organization_id').onRef('program.id', '=', 'closure.program_id'),
    )
    .leftJoin('site', (join) => join.onRef('site.organization_id', '=', 'closure.organization_id').onRef('site.id', '=', 'closure.site_id'))
    .selectAll('closure')
    .select(['program.name as program_name', 'site.name as site_name'])
    .select((eb) =>
      eb
        .selectFrom('session')
        .select((of) => of.fn.countAll<number>().as('sessions'))
        .whereRef('session.organization_id', '=', 'closure.organization_id')
        .whereRef('session.closure_id', '=', 'closure.id')
        .as('sessions'),
    )
    .orderBy('closure.from_on', 'desc')
    .orderBy('closure.id');
  const rows = await (
    'until' in which
      ? query.where('closure.to_on', '>=', which.until)
      : query
          .where('closure.to_on', '<', which.before)
          .where(behind(which.pastBehind))
          .limit(pastAPage + 1)
  ).execute();
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return rows.map((row) => ({
    id: row.id,
    from: row.from_on,
    to: row.to_on,
    kind: row.kind,
    label: row.label,
    program: named(row.program_id, row.program_name),
    site: named(row.site_id, row.site_name),
    sessions: row.sessions ?? 0,
  }));
}

const behind = (after: string | null) =>
  after === null
    ? sql<boolean>`true`
    : sql<boolean>`coalesce((select closure.from_on < end_of.from_on or (closure.from_on = end_of.from_on and closure.id > end_of.id)
        from closure end_of where end_of.id = ${after}::uuid), true)`;

/** How many closures were over before a day. */
export async function countPast(db: Database, before: Day): Promise<number> {
  const { many } = await db
    .selectFrom('closure')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('to_on', '<', before)
    .executeTakeFirstOrThrow();
  return Number(many);
}
