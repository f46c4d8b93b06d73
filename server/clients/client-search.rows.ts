import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { SoughtRequested } from '#contract/pages.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { soughtKeys } from '#domain/people/names.ts';
import type { Actor } from '#server/access/actor.ts';
import { isClientOf } from '#server/access/client-scope.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** Put behind the beginning of a key it comes after every key that begins so. */
export const lastKey = String.fromCodePoint(0x10_ffff);

/**
 * Whether a client is found by what somebody typed: each word of it begins a word of their names, of their chart number, or of the names and numbers of charts
 * that were merged into theirs. The one search of lists, rosters, walk-ins and Today. Everybody is found by nothing.
 */
export const isFoundBy = (
  text: string,
  { organizationId }: Pick<Actor, 'organizationId'>,
  clientId: RawBuilder<unknown>,
): RawBuilder<boolean> => {
  const keys = soughtKeys(text);
  if (keys.length === 0) return text.trim() === '' ? sql<boolean>`true` : sql<boolean>`false`;
  return sql<boolean>`(${sql.join(
    keys.map(
      (key) => sql`${clientId} in (select found.client_id from client_name_key found
        where found.organization_id = ${organizationId}::uuid and found.key >= ${key} and found.key < ${key + lastKey})`,
    ),
    sql` and `,
  )})`;
};

export type SoughtRow = {
  readonly client_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
  readonly born_on: Day | null;
  readonly chart_number: string;
  readonly sort_name: string;
  /** Whether they are on the roster of the session already. */
  readonly booked: boolean;
  readonly more: boolean;
};

const soughtAPage = 20;

/** One page of the clients in care whom the reader may open and who are found by what was typed, by name. */
export const soughtClients = ({ db, actor }: Pick<Context, 'db' | 'actor'>, { sessionId, search, after }: SoughtRequested) =>
  db
    .selectFrom(
      sql<SoughtRow>`(with page as (select client.* from client where client.superseded_by is null
          and ${isClientOf(actor)(expressionBuilder<Tables, 'client'>())} and ${isFoundBy(search, actor, sql`client.id`)}
          and exists (select from episode where episode.organization_id = client.organization_id and episode.client_id = client.id and episode.closed_on is null)
          and ${after === undefined ? sql`true` : sql`(client.sort_name, client.id) > (${after.name}, ${after.clientId}::uuid)`}
          order by client.sort_name, client.id limit ${soughtAPage + 1}),
        found as (select *, count(*) over () > ${soughtAPage} as more, row_number() over (order by sort_name, id) as number from page)
        select id as client_id, first_name, last_name, preferred_name, born_on, chart_number, sort_name, more,
          exists (select from attendance where attendance.organization_id = found.organization_id and attendance.client_id = found.id
            and attendance.session_id = ${sessionId}::uuid) as booked
        from found where number <= ${soughtAPage} order by number)`.as('sought'),
    )
    .selectAll();

/** Where more are found behind a page; null where nobody is. */
export const soughtNext = (page: readonly SoughtRow[]): { name: string; clientId: string } | null => {
  const end = page.at(-1);
  return end?.more === true ? { name: end.sort_name, clientId: end.client_id } : null;
};
