import { expressionBuilder, sql } from 'kysely';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import type { DataProblem } from '#domain/clients/data-problems.ts';
import { likeness, likenesses, type Likeness, type Person } from '#domain/clients/duplicates.ts';
import { lastServedOn, servedAfter } from '#server/attendance/last-served.rows.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

export type ProblemRow = {
  readonly client_id: string;
  readonly problem: Exclude<DataProblem, 'duplicate'>;
  readonly since: Day | null;
  readonly many: number;
};

const inScope = (actor: Actor) => sql`client.superseded_by is null and ${clientsOf(actor)(expressionBuilder<Tables, 'client'>())}`;

/** What is missing or can't be in the charts that an actor may open: at most a hundred of each kind, with how many there are. */
export async function problemsFor({ db, actor, now, zone, settings }: Context): Promise<ProblemRow[]> {
  const today = dayAt(now, zone);
  const unserved = addDays(today, -settings.unservedDays);
  const { rows } = await sql<ProblemRow>`with scoped as materialized (
      select client.id, client.organization_id, client.born_on, client.created_at, e.id as episode_id, e.opened_on, e.group_id, e.therapist_id
      from client left join episode e on e.organization_id = client.organization_id and e.client_id = client.id and e.closed_on is null
      where ${inScope(actor)}),
    found as (
      select id, 'no-birth-date' as problem, null::date as since from scoped where born_on is null
      union all select id, 'birth-in-future', born_on from scoped where born_on > ${today}
      union all select id, 'no-therapist', opened_on from scoped where episode_id is not null and therapist_id is null
      union all select id, 'no-group', opened_on from scoped where episode_id is not null and group_id is null
      union all select id, 'no-hours', opened_on from scoped s where episode_id is not null and not exists (select from prescribed_hours p
        where p.organization_id = s.organization_id and p.client_id = s.id and p.from_on <= ${today})
      union all select id, 'unserved', coalesce(${lastServedOn('s')}, opened_on) from scoped s
        where episode_id is not null and opened_on <= ${unserved} and not ${servedAfter('s', unserved)}
          and not exists (select from leave_span l where l.organization_id = s.organization_id and l.client_id = s.id and l.from_on <= ${today}
            and (l.to_on is null or l.to_on >= ${today}))
      union all select distinct s.id, 'overlapping', null::date from scoped s
        join episode one on one.organization_id = s.organization_id and one.client_id = s.id
        join episode other on other.organization_id = s.organization_id and other.client_id = s.id and other.id > one.id
          and other.opened_on <= coalesce(one.closed_on - 1, 'infinity') and one.opened_on <= coalesce(other.closed_on - 1, 'infinity')
      union all select id, 'no-episode', (created_at at time zone ${zone})::date from scoped s where episode_id is null and created_at < ${addDays(today, -7)}::date
        and not exists (select from episode e where e.organization_id = s.organization_id and e.client_id = s.id))
    select id as client_id, problem, since, many from (
      select *, count(*) over (partition by problem) as many, row_number() over (partition by problem order by since nulls last, id) as place from found) f
    where place <= 100 order by problem, place`.execute(db);
  return rows;
}

type Pair = { readonly one_id: string; readonly other_id: string; readonly one: Person; readonly other: Person };
export type DuplicatePair = { readonly oneId: string; readonly otherId: string; readonly likeness: Likeness };

const person = (
  alias: string,
) => sql`json_build_object('firstName', ${sql.ref(`${alias}.first_name`)}, 'lastName', ${sql.ref(`${alias}.last_name`)},
  'preferredName', ${sql.ref(`${alias}.preferred_name`)}, 'bornOn', ${sql.ref(`${alias}.born_on`)}, 'chartNumber', ${sql.ref(`${alias}.chart_number`)})`;

/** Pairs of charts that look like one person's, and that nobody has said are two people: born on the same day or of the same name, then the domain's rule.
 * The chart that has been in care for longer stands first, so that it is the one that is offered to stand. */
export async function duplicatesFor({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<DuplicatePair[]> {
  const { rows } =
    await sql<Pair>`with scoped as materialized (select client.*, plain_text(first_name || ' ' || last_name) as full_name from client where ${inScope(actor)}),
      pairs as (
        select one.id as one_id, other.id as other_id from scoped one join scoped other on other.born_on = one.born_on and other.id > one.id
        union select one.id, other.id from scoped one join scoped other on other.full_name = one.full_name and other.id > one.id)
    select p.one_id, p.other_id, ${person('one')} as one, ${person('other')} as other
    from pairs p join scoped one on one.id = p.one_id join scoped other on other.id = p.other_id
    where not exists (select from not_duplicate n where n.one_id = p.one_id and n.other_id = p.other_id)`.execute(db);
  const pairs = rows.flatMap(({ one_id, other_id, one, other }) => {
    const similarity = likeness(one, other);
    return similarity === null ? [] : [{ oneId: one_id, otherId: other_id, likeness: similarity }];
  });
  const begun = await firstCare(
    db,
    pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  );
  const of = (clientId: string) => begun.get(clientId) ?? '~';
  return pairs
    .map((pair) => (of(pair.oneId) > of(pair.otherId) ? { ...pair, oneId: pair.otherId, otherId: pair.oneId } : pair))
    .toSorted((a, b) => likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness));
}

/** The day on which each client's first episode opened. Who has none is left out. */
async function firstCare(db: Context['db'], clientIds: readonly string[]): Promise<Map<string, Day>> {
  if (clientIds.length === 0) return new Map();
  const { rows } = await sql<{ client_id: string; begun: Day }>`select client_id, min(opened_on) as begun from episode
    where client_id = any (${clientIds}::uuid[]) group by client_id`.execute(db);
  return new Map(rows.map(({ client_id, begun }) => [client_id, begun]));
}
