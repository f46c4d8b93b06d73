import { fullName } from '#server/clients/client-names.ts';
import { sql } from 'kysely';
import type { CohortPerson } from '#contract/cohort.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Nameless } from './people-listed.ts';

/** The rows with their clients' names. Counting read nobody's name; this does, so its event names exactly those in the list. */
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
