import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import { clientsAPage, type ClientsFilter, type ClientsPageRequested } from '#contract/clients-list.ts';
import { dayAt, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { clientsOf, isAmongClientsOf, isClientOf } from '#server/access/client-scope.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { NeedKind } from '#domain/caseload/order.ts';
import { firstTaskOf, firstTasks } from '#server/caseload/client-tasks.rows.ts';
import { isStale } from '#server/projections/stale-clients.rows.ts';
import { isFoundBy } from './client-search.rows.ts';

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
  /** Where the list goes on behind this row, and whether anybody comes behind the page. */
  readonly sort_name: string;
  readonly tier: number | null;
  readonly sort_due_at: Instant | null;
  readonly more: boolean;
};

/** One page of the clients whom an actor may see, in order, each with the first of their tasks where those are shown, and whether more come behind the page. */
export function clientsListed(requested: ClientsPageRequested, context: Context, shown: 'tasks' | 'roster') {
  const { now } = context;
  const byNeed = requested.sort === 'need';
  const order = sql`${byNeed ? sql`tier nulls last, due_at nulls last, ` : sql``}sort_name, id`;
  const most = requested.most ?? clientsAPage;
  const tasks = requested.task !== undefined || byNeed;
  return context.db
    .selectFrom(
      sql<ListedRow>`(with page as (select client.id, client.sort_name, e.opened_on, e.closed_on, e.program_id, e.group_id, e.therapist_id,
          ${tasks ? sql`first.tier, first.due_at` : sql`null::integer as tier, null::timestamptz as due_at`}
        from ${narrowedClients(requested, context)} and ${behind(requested)} order by ${order} limit ${most + 1}),
      matched as (select *, count(*) over () > ${most} as more, row_number() over (order by ${order}) as number from page)
      select c.id as client_id, c.first_name, c.last_name, c.preferred_name, c.pronouns, c.chart_number, c.born_on, m.opened_on, m.closed_on,
        m.sort_name, m.tier, m.due_at as sort_due_at, m.more, program.name as program, g.name as group_name, staff.name as therapist,
        (${phaseOf(sql`c.id`, dayAt(now, context.zone))}) as phase,
        ${shown === 'roster' ? sql`null as task, null as due_at, null as tasks, false as stale` : sql`first.kind as task, first.due_at, first.tasks, ${staleIn('m', 'c', now)} as stale`}
      from matched m join client c on c.id = m.id left join program on program.id = m.program_id
        left join care_group g on g.id = m.group_id left join staff on staff.id = m.therapist_id
        ${shown === 'roster' ? sql`` : sql`left join lateral ${firstTaskOf(sql`c.id`, now)} first on m.opened_on is not null and m.closed_on is null`}
      where m.number <= ${most} order by m.number)`.as('listed'),
    )
    .selectAll();
}

/** How many clients a list has in all. Nobody is named, and the rows don't wait for it. */
export async function countListed(requested: ClientsFilter, context: Context): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::integer as total from ${counted(requested, context)}`.execute(context.db);
  return rows[0]?.total ?? 0;
}

/** Among everybody, or all whose care is over, nobody's latest episode has to be looked for to count them. */
function counted(requested: ClientsFilter, context: Context): RawBuilder<unknown> {
  const { programId, siteId, groupId, therapistId, phase, task, careStatus, text } = requested;
  const byEpisode = [programId, siteId, groupId, therapistId, phase, task].some((given) => given !== undefined);
  if (byEpisode || text !== '' || (careStatus !== 'any' && careStatus !== 'closed')) return narrowedClients(requested, context);
  const over = sql`exists (select from episode where episode.organization_id = client.organization_id and episode.client_id = client.id)
    and not exists (select from episode where episode.organization_id = client.organization_id and episode.client_id = client.id and episode.closed_on is null)`;
  return sql`client where client.superseded_by is null and ${isAmongClientsOf(context.actor)(expressionBuilder<Tables, 'client'>())}
    and ${careStatus === 'closed' ? over : sql`true`}`;
}

/** Behind the client with whom the page before ended, in the order of the list. */
function behind({ after, sort }: ClientsPageRequested): RawBuilder<unknown> {
  if (after === undefined) return sql`true`;
  const name = sql`(client.sort_name, client.id) > (${after.name}, ${after.clientId}::uuid)`;
  if (sort !== 'need') return name;
  const keys = sql`coalesce(first.tier, ${noTier}), coalesce(first.due_at, 'infinity'), client.sort_name, client.id`;
  return sql`(${keys}) > (${after.tier ?? noTier}::integer, ${after.dueAt ?? 'infinity'}::timestamptz, ${after.name}, ${after.clientId}::uuid)`;
}

/** Behind every tier. */
const noTier = 1_000;

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
const episodes: Readonly<Record<NonNullable<ClientsFilter['careStatus']>, RawBuilder<unknown>>> = {
  'in-care': sql`join episode e on e.organization_id = client.organization_id and e.client_id = client.id and e.closed_on is null`,
  closed: sql`join ${latest} on e.closed_on is not null`,
  'not-started': sql`left join ${latest} on true`,
  any: sql`left join ${latest} on true`,
};

const phaseOf = (client: RawBuilder<unknown>, today: Day): RawBuilder<unknown> =>
  sql`select p.number from phase_span p where p.client_id = ${client} and p.from_on <= ${today} order by p.from_on desc, p.number desc limit 1`;

/** The clients of a list with their episodes, and their first tasks where the list is narrowed or ordered by them: what follows `from`, up to its last condition. */
function narrowedClients(
  requested: ClientsFilter & { readonly sort?: string | undefined },
  { actor, now, zone }: Context,
): RawBuilder<unknown> {
  const { programId, siteId, groupId, therapistId, phase, task, careStatus = 'in-care' } = requested;
  const tasks =
    task === undefined
      ? requested.sort === 'need'
        ? sql`left join ${firstTasks(now)} first on first.client_id = client.id`
        : sql``
      : sql`join ${firstTasks(now, task)} first on first.client_id = client.id`;
  const conditions = [
    sql`client.superseded_by is null`,
    sql`${isClientOf(actor)(expressionBuilder<Tables, 'client'>())}`,
    isFoundBy(requested.text, actor, sql`client.id`),
    // Who has no episode is known by the program that wrote the chart, and few are.
    ...(careStatus === 'not-started' ? [sql`e.id is null and client.intake_program_id is not null`] : []),
    ...(programId === undefined ? [] : [sql`e.program_id = ${programId}`]),
    ...(siteId === undefined ? [] : [sql`e.site_id = ${siteId}`]),
    ...(groupId === undefined ? [] : [sql`e.group_id = ${groupId}`]),
    ...(therapistId === undefined ? [] : [therapistId === 'none' ? sql`e.therapist_id is null` : sql`e.therapist_id = ${therapistId}`]),
    ...(phase === undefined ? [] : [sql`(${phaseOf(sql`client.id`, dayAt(now, zone))}) = ${phase}`]),
  ];
  return sql`client ${episodes[careStatus]} ${tasks} where ${sql.join(conditions, sql` and `)}`;
}
