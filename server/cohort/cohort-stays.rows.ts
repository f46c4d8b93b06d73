import type { Day } from '#domain/calendar/calendar.ts';
import { countedStays } from '#server/access/program-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import type { CohortQuestion } from './cohort-span.ts';

/**
 * Stays in care that an actor may count: for a director those in the programs that they work in, for a therapist their own caseload alone.
 * An event counts through the stay that it fell in, so that a client who moved on takes nothing along.
 */
export function staysIn(db: Database, actor: Actor, { site, program }: CohortQuestion) {
  return db
    .selectFrom('episode')
    .innerJoin('client', (join) =>
      join.onRef('client.organization_id', '=', 'episode.organization_id').onRef('client.id', '=', 'episode.client_id'),
    )
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'episode.organization_id').onRef('care_group.id', '=', 'episode.group_id'),
    )
    .leftJoin('site', (join) =>
      join
        .onRef('site.organization_id', '=', 'episode.organization_id')
        .on((eb) => eb('site.id', '=', eb.fn.coalesce('episode.site_id', 'care_group.site_id'))),
    )
    .select(['episode.id as stay_id', 'episode.client_id', 'episode.opened_on', 'episode.closed_on', 'care_group.weekdays'])
    .select(['episode.program_id', 'site.id as care_site_id', 'site.time_zone as site_zone'])
    .where('client.superseded_by', 'is', null)
    .where(countedStays(actor))
    .$if(program !== undefined, (query) => query.where('episode.program_id', '=', program ?? ''))
    .$if(site !== undefined, (query) => query.where('site.id', '=', site ?? ''));
}

/** The day on which the first of these stays began; null where there is none. */
export async function firstDayOf(db: Database, actor: Actor, question: CohortQuestion): Promise<Day | null> {
  const row = await db
    .with('stay', () => staysIn(db, actor, question))
    .selectFrom('stay')
    .select((eb) => eb.fn.min('stay.opened_on').as('on'))
    .executeTakeFirst();
  return row?.on ?? null;
}
