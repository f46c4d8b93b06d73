import { expressionBuilder, sql } from 'kysely';
import { isClientOf } from '#server/access/client-scope.ts';
import { speaksForColleagues } from '#server/access/capabilities.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Asking = Pick<Context, 'db' | 'actor'>;

export const clientsAPage = 100;

/** Open episodes of the clients whom an actor may hand over: their own, or everybody's of their programs. */
const open = ({
  actor,
}: Asking) => sql`episode join client on client.organization_id = episode.organization_id and client.id = episode.client_id
  where episode.organization_id = ${actor.organizationId}::uuid and episode.closed_on is null and client.superseded_by is null
    and ${isClientOf(actor)(expressionBuilder<Tables, 'client'>())} and ${speaksForColleagues(actor) ? sql`true` : sql`episode.therapist_id = ${actor.staffId}::uuid`}`;

type Counted = { readonly id: string | null; readonly name: string | null; readonly clients: number };

/** How many clients each caseload has, those without a therapist first, then by name. Nobody is named but the therapists. */
export async function caseloadsCounted(asking: Asking) {
  const { rows } = await sql<Counted>`select own.therapist_id as id, staff.name, own.clients from
      (select episode.organization_id, episode.therapist_id, count(*)::integer as clients from ${open(asking)} group by 1, 2) own
    left join staff on staff.organization_id = own.organization_id and staff.id = own.therapist_id
    order by name_order(staff.name) collate "C" nulls first, own.therapist_id`.execute(asking.db);
  return rows.map(({ id, name, clients }) => ({ therapist: id === null ? null : { id, name: name ?? '' }, clients }));
}

export type CaseloadClient = {
  readonly client_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
  readonly chart_number: string;
  readonly group_name: string | null;
  readonly more: boolean;
};

/** One page of a caseload by name, behind a client; from the beginning where they left it meanwhile. */
export const caseloadClients = (asking: Asking, therapistId: string | null, after: string | null) =>
  asking.db
    .selectFrom(
      sql<CaseloadClient>`(with own as (select client.*, episode.group_id from ${open(asking)}
          and episode.therapist_id is not distinct from ${therapistId}::uuid
          and ${after === null ? sql`true` : sql`coalesce((client.sort_name, client.id) > (select sort_name, id from client where id = ${after}::uuid), true)`}
          order by client.sort_name, client.id limit ${clientsAPage + 1}),
        page as (select *, count(*) over () > ${clientsAPage} as more, row_number() over (order by sort_name, id) as number from own)
        select page.id as client_id, page.first_name, page.last_name, page.preferred_name, page.chart_number, g.name as group_name, page.more
        from page left join care_group g on g.organization_id = page.organization_id and g.id = page.group_id
        where number <= ${clientsAPage} order by number)`.as('listed'),
    )
    .selectAll();
