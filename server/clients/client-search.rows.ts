import { clientsOf } from '#server/access/client-scope.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

const pattern = (text: string): string => `${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Clients in care among those whom the reader may open, by the start of each word of a name or of the chart number. At most ten. */
export function soughtClients({ db, actor }: Pick<Context, 'db' | 'actor'>, search: string) {
  const parts = search
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 4)
    .map(pattern);
  return db
    .selectFrom('client')
    .select(['client.id as client_id', 'client.first_name', 'client.last_name', 'client.preferred_name', 'client.born_on'])
    .select('client.chart_number')
    .where(clientsOf(actor))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('episode')
          .select('episode.id')
          .whereRef('episode.client_id', '=', 'client.id')
          .where('episode.closed_on', 'is', null),
      ),
    )
    .where((eb) =>
      eb.and(
        parts.map((part) =>
          eb.or([
            eb('client.last_name', 'ilike', part),
            eb('client.first_name', 'ilike', part),
            eb('client.preferred_name', 'ilike', part),
            eb('client.chart_number', 'ilike', part),
          ]),
        ),
      ),
    )
    .orderBy('client.last_name')
    .orderBy('client.first_name')
    .limit(10);
}
