import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { ClientsRequested } from '#contract/clients-list.ts';
import { dayAt, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { NeedKind } from '#domain/caseload/order.ts';
import { firstTaskOf, firstTasks } from '#server/caseload/client-tasks.rows.ts';
import { isStale } from '#server/projections/stale-clients.rows.ts';

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
  readonly task: NeedKind | null;
  readonly due_at: Instant | null;
  readonly tasks: number | null;
  readonly stale: boolean;
  readonly total: number;
};

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** One page of the clients whom an actor may see, in order, each row with how many there are in all and, where tasks are shown, the first of them. */
export function clientsListed(requested: ClientsRequested, context: Context, shown: 'tasks' | 'roster') {
  const { now } = context;
  const byNeed = requested.sort === 'need';
  const order = sql`${byNeed ? sql`tier nulls last, due_at nulls last,` : sql``} last_name, first_name, id`;
  const narrows = requested.task !== undefined || byNeed;
  const phase = phaseOf(sql`c.id`, dayAt(now, context.zone));
  return context.db
    .selectFrom(
      sql<ListedRow>`(with scoped as materialized (
        select client.id, client.last_name, client.first_name, e.opened_on, e.closed_on, e.program_id, e.group_id, e.therapist_id,
          ${narrows ? sql`first.tier, first.due_at` : sql`null::integer as tier, null::timestamptz as due_at`}
        from client ${episodes[requested.careStatus ?? 'in-care']}
        ${narrows ? sql`${requested.task === undefined ? sql`left join` : sql`join`} ${firstTasks(now, requested.task)} first on first.client_id = client.id` : sql``}
        where client.superseded_by is null and ${sql.join(narrowed(requested, context), sql` and `)}),
      matched as (select * from scoped order by ${order} limit ${requested.most ?? 50} offset ${requested.from ?? 0})
      select c.id as client_id, c.first_name, c.last_name, c.preferred_name, c.pronouns, c.chart_number, c.born_on, m.opened_on, m.closed_on,
        (select count(*) from scoped) as total, program.name as program, g.name as group_name, staff.name as therapist, (${phase}) as phase,
        ${shown === 'roster' ? sql`null as task, null as due_at, null as tasks, false as stale` : sql`first.kind as task, first.due_at, first.tasks, ${staleIn('m', 'c', now)} as stale`}
      from (select *, row_number() over (order by ${order}) as place from matched) m join client c on c.id = m.id left join program on program.id = m.program_id
        left join care_group g on g.id = m.group_id left join staff on staff.id = m.therapist_id
        ${shown === 'roster' ? sql`` : sql`left join lateral ${firstTaskOf(sql`c.id`, now)} first on m.opened_on is not null and m.closed_on is null`}
      order by m.place)`.as('listed'),
    )
    .selectAll();
}

const staleIn = (episode: string, client: string, now: Instant): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${episode}.opened_on`)} is not null and ${sql.ref(`${episode}.closed_on`)} is null and ${isStale(client, now)})`;

/** Those of the clients in care whom an actor may see of whom no stored task can be trusted now, few enough to be worked out at once. */
export async function staleListed({ db, actor, now }: Context, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select client.id from client ${episodes['in-care']}
    where client.superseded_by is null and ${clientsOf(actor)(expressionBuilder<Tables, 'client'>())} and ${isStale('client', now)}
    order by client.id limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
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
