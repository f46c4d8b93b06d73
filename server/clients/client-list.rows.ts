import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { ClientsRequested } from '#contract/clients-list.ts';
import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { byClock, type TaskRow } from '#server/caseload/client-tasks.rows.ts';

export type ListedRow = {
  readonly client_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
  readonly pronouns: string | null;
  readonly chart_number: string;
  readonly born_on: Day | null;
  readonly opened_on: Day | null;
  readonly closed_on: Day | null;
  readonly program: string | null;
  readonly group_name: string | null;
  readonly therapist: string | null;
  readonly phase: number | null;
  readonly total: number;
};

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** The first thing owed to each client, as a table. */
function firstOf(tasks: readonly TaskRow[]): RawBuilder<unknown> {
  const first = new Map<string, TaskRow>();
  for (const row of tasks.toSorted(byClock)) if (!first.has(row.client_id)) first.set(row.client_id, row);
  const rows = [...first.values()];
  return sql`unnest(${rows.map((row) => row.client_id)}::uuid[], ${rows.map((row) => row.tier)}::integer[], ${rows.map((row) => row.due_at)}::timestamptz[])
    as first(client_id, tier, due_at)`;
}

/** One page of the clients whom an actor may see, in order, each row with how many there are in all. `tasks` narrows or sorts it; null does neither. */
export function clientsListed(requested: ClientsRequested, tasks: readonly TaskRow[] | null, context: Context) {
  const byNeed = requested.sort === 'need';
  const order = sql`${byNeed ? sql`tier nulls last, due_at nulls last,` : sql``} last_name, first_name, id`;
  // Given as lists, so that the planner knows how many there are.
  const first = tasks === null ? null : firstOf(tasks);
  return context.db
    .selectFrom(
      sql<ListedRow>`(with scoped as materialized (
        select client.id, client.last_name, client.first_name, e.opened_on, e.closed_on, e.program_id, e.group_id, e.therapist_id,
          ${first === null ? sql`null::integer as tier, null::timestamptz as due_at` : sql`first.tier, first.due_at`}
        from client ${episodes[requested.careStatus ?? 'in-care']}
        ${first === null ? sql`` : sql`${requested.task === undefined ? sql`left join` : sql`join`} ${first} on first.client_id = client.id`}
        where client.superseded_by is null and ${sql.join(narrowed(requested, context), sql` and `)}),
      matched as (select * from scoped order by ${order} limit ${requested.most ?? 50} offset ${requested.from ?? 0})
      select c.id as client_id, c.first_name, c.last_name, c.preferred_name, c.pronouns, c.chart_number, c.born_on, m.opened_on, m.closed_on,
        (select count(*) from scoped) as total, program.name as program, g.name as group_name, staff.name as therapist,
        (${phaseOf(sql`c.id`, dayAt(context.now, context.zone))}) as phase
      from (select *, row_number() over (order by ${order}) as place from matched) m join client c on c.id = m.id left join program on program.id = m.program_id
        left join care_group g on g.id = m.group_id left join staff on staff.id = m.therapist_id
      order by m.place)`.as('listed'),
    )
    .selectAll();
}

const latest = sql`lateral (select * from episode where episode.organization_id = client.organization_id and episode.client_id = client.id
  order by episode.closed_on is null desc, episode.opened_on desc limit 1) e`;

/** Charts with the episode that says where they stand: the open one, or the latest. */
const episodes: Readonly<Record<NonNullable<ClientsRequested['careStatus']>, RawBuilder<unknown>>> = {
  'in-care': sql`join episode e on e.organization_id = client.organization_id and e.client_id = client.id and e.closed_on is null`,
  closed: sql`join ${latest} on e.closed_on is not null`,
  'not-started': sql`left join ${latest} on true`,
  any: sql`left join ${latest} on true`,
};

const phaseOf = (client: RawBuilder<unknown>, today: Day): RawBuilder<unknown> =>
  sql`select p.number from phase_span p where p.client_id = ${client} and p.from_on <= ${today} order by p.from_on desc, p.number desc limit 1`;

function narrowed(requested: ClientsRequested, { actor, now, zone }: Context): RawBuilder<unknown>[] {
  const { programId, siteId, groupId, therapistId, phase } = requested;
  const words = requested.text.split(/\s+/).filter(Boolean).slice(0, 6);
  return [
    sql`${clientsOf(actor)(expressionBuilder<Tables, 'client'>())}`,
    ...words.map((word) => sql`client.search_text like '%' || plain_text(${escaped(word)}) || '%'`),
    ...(requested.careStatus === 'not-started' ? [sql`e.id is null`] : []),
    ...(programId === undefined ? [] : [sql`e.program_id = ${programId}`]),
    ...(siteId === undefined ? [] : [sql`e.site_id = ${siteId}`]),
    ...(groupId === undefined ? [] : [sql`e.group_id = ${groupId}`]),
    ...(therapistId === undefined ? [] : [therapistId === 'none' ? sql`e.therapist_id is null` : sql`e.therapist_id = ${therapistId}`]),
    ...(phase === undefined ? [] : [sql`(${phaseOf(sql`client.id`, dayAt(now, zone))}) = ${phase}`]),
  ];
}
