import { sql, type RawBuilder } from 'kysely';
import type { NeedKind } from '#domain/caseload/order.ts';
import { plainText } from '#domain/people/names.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { isFoundBy } from '#server/clients/client-search.rows.ts';
import { isStale } from '#server/projections/stale-clients.rows.ts';
import { withinTiers } from './client-tasks.rows.ts';
import { caseloadOf, type CaseloadClient } from './caseload.rows.ts';

export type Whose = 'me' | 'team';
export type CaseloadRequested = { readonly whose: Whose; readonly text: string; readonly after: string | null };

/** Where a client is on Today's page: once among those who need something, or snoozed, or with nothing needed; and besides in the short lists. */
export type Part = 'needing' | 'handed-over' | 'read-again' | 'good-news' | 'snoozed' | 'nothing-needed';

export type PersonRow = CaseloadClient & { readonly part: Part };

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/**
 * Everybody of a caseload with the first of their stored tasks, as the table `person`; of those whose episode has closed, whoever has one. Who is being
 * worked out is in no list.
 * The order of Today is by tier, clock, name; the others are by name.
 */
function persons({ db, actor, now }: Context, { whose, text }: Pick<CaseloadRequested, 'whose' | 'text'>): RawBuilder<unknown> {
  const lasting = sql`from_at <= ${now}::timestamptz and until_at > ${now}::timestamptz`;
  return sql`scope as materialized (${caseloadOf(db, actor, whose)}),
    task as materialized (select client_id, kind, tier, due_at, snoozed from client_task where ${lasting} and client_id in (select client_id from scope)),
    first as (select distinct on (client_id) client_id, kind, tier, due_at from task where not snoozed order by client_id, ${withinTiers}),
    person as (select scope.*, first.kind, first.tier, first.due_at,
      ${isFoundBy(text, actor, sql`scope.client_id`)} or plain_text(coalesce(scope.group_name, '')) like '%' || ${escaped(plainText(text))} || '%' as matches,
      case when stale.id is not null then 'being-worked-out' when first.client_id is not null then 'needing'
        when exists (select from task where task.client_id = scope.client_id) then 'snoozed' else 'nothing-needed' end as list,
      exists (select from client_good_news news where news.client_id = scope.client_id and ${lasting}) as has_news
      from scope left join first using (client_id)
        left join (select client.id from client where client.id in (select client_id from scope) and ${isStale('client', now)}) stale on stale.id = scope.client_id
        where scope.closed_on is null or stale.id is not null or exists (select from task where task.client_id = scope.client_id))`;
}

export type Counted = {
  readonly list: 'being-worked-out' | 'needing' | 'snoozed' | 'nothing-needed';
  readonly kind: NeedKind | null;
  readonly has_news: boolean;
  readonly matches: boolean;
  readonly clients: number;
};

/** How many are in each list, by their first task, by whether there is good news, and by whether the filter holds them. */
export async function countsOf(context: Context, requested: CaseloadRequested): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`with ${persons(context, requested)}
    select list, kind, has_news, matches, count(*)::int as clients from person group by 1, 2, 3, 4`.execute(context.db);
  return rows;
}

/** Clients of a caseload whose stored tasks are old, in the order of their ids. */
export async function staleOf({ db, actor, now }: Context, whose: Whose, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`with scope as materialized (${caseloadOf(db, actor, whose)})
    select client.id from client where client.id in (select client_id from scope) and ${isStale('client', now)} order by client.id limit ${most}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

const inOrder = sql`tier, kind = 'attached', coalesce(due_at, 'infinity'), sort_name, client_id`;

/** Behind the client with whom the page before ended; from the beginning where they are no longer in the list. */
const behind = (order: RawBuilder<unknown>, after: string | null): RawBuilder<unknown> =>
  after === null ? sql`true` : sql`coalesce((${order}) > (select ${order} from person where client_id = ${after}::uuid), true)`;

/** The people of one page of Today, each with where they are on it. One more who need something than are drawn, so that it is known whether there are more. */
export function todayPersons(
  context: Context,
  requested: CaseloadRequested,
  most: Readonly<Record<Exclude<Part, 'nothing-needed'>, number>>,
) {
  const { db, actor } = context;
  const first = requested.after === null;
  const some = (part: Part, where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number) =>
    sql`(select *, ${part} as part from person where matches and ${where} order by ${order} limit ${limit})`;
  const handed = sql`therapist_id = ${actor.staffId} and client_id in (select client_id from handover where to_id = ${actor.staffId} and acknowledged_at is null)`;
  const offered = sql`client_id in (select review.client_id from reinterpretation review
    where not exists (select from reinterpretation_answer answer where answer.review_id = review.id))`;
  const byName = sql`sort_name, client_id`;
  const parts = [
    some('needing', sql`list = 'needing' and ${behind(inOrder, requested.after)}`, inOrder, most.needing),
    ...(first
      ? [
          some('handed-over', handed, byName, most['handed-over']),
          some('read-again', offered, byName, most['read-again']),
          some('good-news', sql`list = 'nothing-needed' and has_news`, byName, most['good-news']),
          some('snoozed', sql`list = 'snoozed'`, byName, most.snoozed),
        ]
      : []),
  ];
  return db.selectFrom(sql<PersonRow>`(with ${persons(context, requested)} ${sql.join(parts, sql` union all `)})`.as('listed')).selectAll();
}

/** One page of those who need nothing, by name. */
export const nothingNeededPersons = (context: Context, requested: CaseloadRequested, most: number) =>
  context.db
    .selectFrom(
      sql<PersonRow>`(with ${persons(context, requested)} select *, 'nothing-needed' as part from person
        where matches and list = 'nothing-needed' and ${behind(sql`sort_name, client_id`, requested.after)} order by sort_name, client_id limit ${most})`.as(
        'listed',
      ),
    )
    .selectAll();
