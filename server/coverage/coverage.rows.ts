import { inNameOrder } from '#server/database/in-name-order.ts';
import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { speaksForColleagues } from '#server/access/capabilities.ts';
import { colleaguesOf } from '#server/access/colleagues.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

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

export const coverageAPage = 100;

type Asking = Pick<Context, 'db' | 'actor'>;

/** Whether the person of a column works in a program with the actor. */
const isColleague = ({ actor }: Asking, column: 'away_id' | 'covered_by') =>
  sql<boolean>`exists (select from staff where staff.organization_id = coverage.organization_id and staff.id = ${sql.ref(`coverage.${column}`)}
    and ${colleaguesOf(actor.staffId)})`;

/** Coverage that isn't taken back: what is about anybody of a director's programs, and what a therapist is part of. */
const coverageKnown = (asking: Asking) =>
  asking.db
    .selectFrom('coverage')
    .innerJoin('staff as away', 'away.id', 'coverage.away_id')
    .innerJoin('staff as cover', 'cover.id', 'coverage.covered_by')
    .where('coverage.cancelled_at', 'is', null)
    .where((eb) =>
      speaksForColleagues(asking.actor)
        ? eb.or([isColleague(asking, 'away_id'), isColleague(asking, 'covered_by')])
        : eb.or([eb('coverage.away_id', '=', asking.actor.staffId), eb('coverage.covered_by', '=', asking.actor.staffId)]),
    );

/** Each with how many open episodes it is about now. */
const shown = (asking: Asking) =>
  coverageKnown(asking)
    .selectAll('coverage')
    .select(['away.name as away', 'cover.name as cover', isColleague(asking, 'away_id').as('away_is_colleague')])
    .select(
      sql<number>`(select count(*) from episode where episode.organization_id = coverage.organization_id and episode.therapist_id = coverage.away_id and episode.closed_on is null)`.as(
        'clients',
      ),
    );

export type CoverageRow = Awaited<ReturnType<ReturnType<typeof shown>['executeTakeFirstOrThrow']>>;

/** What isn't over on a day, the next first. */
export const coverageFrom = (asking: Asking, on: Day): Promise<CoverageRow[]> =>
  shown(asking)
    .where('coverage.to_on', '>=', on)
    .orderBy('coverage.from_on')
    .orderBy(inNameOrder('away.name'))
    .orderBy('coverage.id')
    .execute();

/** One page of what was over before a day, the latest first, behind another; and one row more where it isn't the last. */
export const coverageBefore = (asking: Asking, on: Day, after: string | null): Promise<CoverageRow[]> =>
  shown(asking)
    .where('coverage.to_on', '<', on)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`coalesce((coverage.to_on, coverage.id) < (select end_of.to_on, end_of.id from coverage end_of where end_of.id = ${after}::uuid), true)`,
      ),
    )
    .orderBy('coverage.to_on', 'desc')
    .orderBy('coverage.id', 'desc')
    .limit(coverageAPage + 1)
    .execute();

/** How much was over before a day. */
export async function countPast(asking: Asking, on: Day): Promise<number> {
  const { many } = await coverageKnown(asking)
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('coverage.to_on', '<', on)
    .executeTakeFirstOrThrow();
  return Number(many);
}
