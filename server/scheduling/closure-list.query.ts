import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Every closure, the latest first, with how many sessions it cancels. */
export const listClosures: Procedure<Contract['closures']['list']> = async (_, { db, now, zone }) => {
  const rows = await db
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
    .orderBy('closure.id')
    .execute();
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    asOf: now,
    today: dayAt(now, zone),
    closures: rows.map((row) => ({
      id: row.id,
      from: row.from_on,
      to: row.to_on,
      kind: row.kind,
      label: row.label,
      program: named(row.program_id, row.program_name),
      site: named(row.site_id, row.site_name),
      sessions: row.sessions ?? 0,
    })),
  };
};
