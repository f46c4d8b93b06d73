import { fullName } from '#server/clients/client-names.ts';
import { sql } from 'kysely';
import type { CohortPerson } from '#contract/cohort.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Nameless } from './people-listed.ts';
import type { ClientPosition } from './people-order.ts';

/** Where each of these clients whom an actor may open is among them. Nobody's name is read: whoever is then listed by it is seen. */
export async function positionsOf(
  clientIds: readonly string[],
  { db, actor }: Pick<Context, 'db' | 'actor'>,
): Promise<ReadonlyMap<string, ClientPosition>> {
  const number = sql`substring(client.chart_number from '^[^0-9]*') collate "C", substring(client.chart_number from '[0-9]+')::numeric nulls first,
    client.chart_number collate "C"`;
  const rows = await db
    .selectFrom('client')
    .select('client.id')
    .select(sql<number>`(row_number() over (order by client.sort_name, client.id))::integer`.as('by_name'))
    .select(sql<number>`(row_number() over (order by ${number}))::integer`.as('by_chart'))
    .where((eb) => eb('client.id', '=', sql<string>`any(${[...new Set(clientIds)]}::uuid[])`))
    .where(clientsOf(actor))
    .execute();
  return new Map(rows.map(({ id, by_name, by_chart }) => [id, { byName: by_name, byChart: by_chart }]));
}

/** The rows of a page with their clients' names. Counting read nobody's name; this does, so its event names exactly those of the page. */
export async function named(rows: readonly Nameless[], { db, actor, record }: Context): Promise<CohortPerson[]> {
  const ids = [...new Set(rows.map(({ clientId }) => clientId))];
  const clients = await record.seen(
    db
      .selectFrom('client')
      .select(['client.id as client_id', 'client.first_name', 'client.last_name', 'client.preferred_name', 'client.chart_number'])
      .where((eb) => eb('client.id', '=', sql<string>`any(${ids}::uuid[])`))
      .where(clientsOf(actor)),
  );
  const byId = new Map(clients.map((client) => [client.client_id, client]));
  return rows.flatMap((row) => {
    const client = byId.get(row.clientId);
    return client === undefined ? [] : [{ ...row, name: fullName(client), chartNumber: client.chart_number }];
  });
}
