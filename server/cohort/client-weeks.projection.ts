import { sql } from 'kysely';
import type { StayWeek } from '#domain/cohort/weeks.ts';
import type { WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';

/**
 * Puts the weeks of these clients, by the episode that each is of, in the place of what was stored of them. Rows that stay as they were aren't written:
 * a stay has months of weeks, and a change touches one.
 */
export async function storeWeeks(
  db: Database,
  organizationId: string,
  clientIds: readonly string[],
  weeks: ReadonlyMap<string, readonly StayWeek[]>,
): Promise<void> {
  const rows = [...weeks].flatMap(([episodeId, own]) => own.map((week) => rowOf(organizationId, episodeId, week)));
  const columns = (of: string) => sql.join(written.map((name) => sql.ref(`${of}.${name}`)));
  await sql`with given as materialized (select * from json_populate_recordset(null::client_week, ${JSON.stringify(rows)})),
      gone as (delete from client_week known where known.client_id = any(${clientIds}::uuid[])
        and not exists (select from given where given.episode_id = known.episode_id and given.week = known.week))
    insert into client_week as known select * from given
    on conflict (organization_id, episode_id, week) do update set (${sql.join(written.map((name) => sql.id(name)))}) = (${columns('excluded')})
      where (${columns('known')}) is distinct from (${columns('excluded')})`.execute(db);
}

const written = [
  'client_id',
  'over_at',
  'prescribed',
  'delivered',
  'offered',
  'count_status',
  'reason',
  'numerator',
  'denominator',
] as const satisfies readonly (keyof WholeRow<'client_week'>)[];

const rowOf = (
  organization_id: string,
  episode_id: string,
  { clientId, week, overAt, prescribed, delivered, offered, counted, numerator, denominator }: StayWeek,
): WholeRow<'client_week'> => ({
  organization_id,
  client_id: clientId,
  episode_id,
  week,
  over_at: overAt,
  prescribed,
  delivered,
  offered,
  count_status: counted.countStatus,
  reason: counted.reason,
  numerator,
  denominator,
});
