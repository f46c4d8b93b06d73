import { expressionBuilder, sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { likenesses, type Likeness } from '#domain/clients/duplicates.ts';
import { isClientOf } from '#server/access/client-scope.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

export type DuplicatePair = { readonly one_id: string; readonly other_id: string; readonly likeness: Likeness };
type Asking = Pick<Context, 'db' | 'actor'>;

export const pairsAPage = 100;

/** Pairs of charts that look like one person's, both of which an actor may open, and that nobody has said are two people: as the table `pair`. */
const pairs = (actor: Actor) => {
  const opens = (side: 'one_id' | 'other_id') => sql`exists (select from client where client.id = p.${sql.ref(side)}
    and ${isClientOf(actor)(expressionBuilder<Tables, 'client'>())})`;
  return sql`pair as materialized (select p.one_id, p.other_id, p.likeness, array_position(${[...likenesses]}::text[], p.likeness) as strength
    from possible_duplicate p where p.organization_id = ${actor.organizationId}::uuid and ${opens('one_id')} and ${opens('other_id')}
      and not exists (select from not_duplicate n where n.organization_id = p.organization_id and n.one_id = p.one_id and n.other_id = p.other_id))`;
};

const inOrder = sql`strength, one_id, other_id`;

/** How many such pairs there are. */
export async function countPairs({ db, actor }: Asking): Promise<number> {
  const { rows } = await sql<{ many: number }>`with ${pairs(actor)} select count(*)::integer as many from pair`.execute(db);
  return rows[0]?.many ?? 0;
}

/** One page of the pairs, the strongest likeness first, behind another pair; and one row more where it isn't the last. */
export async function pairsListed({ db, actor }: Asking, after: readonly [string, string] | null): Promise<readonly DuplicatePair[]> {
  const [one, other] = after?.toSorted() ?? [null, null];
  const { rows } = await sql<DuplicatePair>`with ${pairs(actor)} select one_id, other_id, likeness from pair
    where ${one}::uuid is null or coalesce((${inOrder}) > (select ${inOrder} from pair where one_id = ${one}::uuid and other_id = ${other}::uuid), true)
    order by ${inOrder} limit ${pairsAPage + 1}`.execute(db);
  return rows;
}

/** The day on which each client's first episode opened. Who has none is left out. */
export async function firstCareOf(db: Database, clientIds: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  if (clientIds.length === 0) return new Map();
  const { rows } = await sql<{ client_id: string; begun: Day }>`select client_id, min(opened_on) as begun from episode
    where client_id = any (${clientIds}::uuid[]) group by client_id`.execute(db);
  return new Map(rows.map(({ client_id, begun }) => [client_id, begun]));
}
