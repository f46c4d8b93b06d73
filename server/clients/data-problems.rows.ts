import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import type { ChartProblem } from '#domain/clients/data-problems.ts';
import { lastServedOn, servedAfter } from '#server/attendance/last-served.rows.ts';
import { isClientOf } from '#server/access/client-scope.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

export type ProblemRow = {
  readonly client_id: string;
  readonly problem: ChartProblem;
  readonly since: Day | null;
  readonly many: number;
};

type Asking = Pick<Context, 'db' | 'actor' | 'now' | 'zone' | 'settings'>;

export const problemsAPage = 100;

/** Who has each problem, as the ids of clients and since when, of the charts that an actor may open. */
function problemsIn({ actor, now, zone, settings }: Asking): Readonly<Record<ChartProblem, RawBuilder<unknown>>> {
  const today = dayAt(now, zone);
  const unserved = addDays(today, -settings.unservedDays);
  const charts = sql`client.superseded_by is null and ${isClientOf(actor)(expressionBuilder<Tables, 'client'>())}`;
  const inCare = sql`from episode e join client on client.organization_id = e.organization_id and client.id = e.client_id
    where e.organization_id = ${actor.organizationId}::uuid and e.closed_on is null and ${charts}`;
  const own = (table: string) =>
    sql`from ${sql.table(table)} own where own.organization_id = e.organization_id and own.client_id = e.client_id`;
  return {
    'no-birth-date': sql`select client.id, null::date as since from client where ${charts} and client.born_on is null`,
    'birth-in-future': sql`select client.id, client.born_on as since from client where ${charts} and client.born_on > ${today}`,
    'no-therapist': sql`select client.id, e.opened_on as since ${inCare} and e.therapist_id is null`,
    'no-group': sql`select client.id, e.opened_on as since ${inCare} and e.group_id is null`,
    'no-hours': sql`select client.id, e.opened_on as since ${inCare} and not exists (select ${own('prescribed_hours')} and own.from_on <= ${today})`,
    unserved: sql`select client.id, coalesce(${lastServedOn('client')}, e.opened_on) as since
      ${inCare} and e.opened_on <= ${unserved} and not ${servedAfter('client', unserved)}
        and not exists (select ${own('leave_span')} and own.from_on <= ${today} and (own.to_on is null or own.to_on >= ${today}))`,
    overlapping: sql`select distinct client.id, null::date as since from episode e join episode other on other.organization_id = e.organization_id
        and other.client_id = e.client_id and other.id > e.id
        and other.opened_on <= coalesce(e.closed_on - 1, 'infinity') and e.opened_on <= coalesce(other.closed_on - 1, 'infinity')
      join client on client.organization_id = e.organization_id and client.id = e.client_id where e.organization_id = ${actor.organizationId}::uuid and ${charts}`,
    // Who has no episode is known by the program that wrote the chart.
    'no-episode': sql`select client.id, (client.created_at at time zone ${zone})::date as since from client where ${charts}
      and client.intake_program_id is not null and client.created_at < ${addDays(today, -7)}::date
      and not exists (select from episode e where e.organization_id = client.organization_id and e.client_id = client.id)`,
  };
}

/** The longest first; who has it since nobody knows when comes last. */
const inOrder = sql`coalesce(since, 'infinity'), id`;

/** What is missing or can't be in the charts that an actor may open: the first page of each kind, with how many there are. */
export async function problemsFor(context: Asking): Promise<ProblemRow[]> {
  const found = Object.entries(problemsIn(context)).map(
    ([problem, rows]) => sql`select id, since, ${problem}::text as problem from (${rows}) of_kind`,
  );
  const { rows } = await sql<ProblemRow>`with found as (${sql.join(found, sql` union all `)})
    select id as client_id, problem, since, many from (
      select *, (count(*) over (partition by problem))::integer as many, row_number() over (partition by problem order by ${inOrder}) as number from found) f
    where number <= ${problemsAPage} order by problem, number`.execute(context.db);
  return rows;
}

/** The page of one kind behind a client, and one row more where it isn't the last. */
export async function problemsBehind(context: Asking, problem: ChartProblem, after: string) {
  const { rows } = await sql<Pick<ProblemRow, 'client_id' | 'since'>>`with found as materialized (${problemsIn(context)[problem]})
    select id as client_id, since from found where coalesce((${inOrder}) > (select ${inOrder} from found where id = ${after}::uuid), true)
    order by ${inOrder} limit ${problemsAPage + 1}`.execute(context.db);
  return rows;
}
