import { sql } from 'kysely';
import { clientsOf } from '../access.ts';
import type { Database } from '../database/pool.ts';
import type { Actor } from '../procedure.ts';
import { clientsInEpisodes } from './clients-in-episodes.ts';

const most = 200;
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** Clients whose name, preferred name or chart number holds each word of the text; those in care, or those whose episode is closed. */
export function clientsFound(db: Database, actor: Actor, text: string, closed: boolean) {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  let query = clientsInEpisodes(db)
    .where('client.superseded_by', 'is', null)
    .where(clientsOf(actor))
    .where((eb) =>
      eb(
        'episode.id',
        '=',
        eb
          .selectFrom('episode as latest')
          .select('latest.id')
          .whereRef('latest.organization_id', '=', 'client.organization_id')
          .whereRef('latest.client_id', '=', 'client.id')
          .orderBy('latest.opened_on', 'desc')
          .limit(1),
      ),
    )
    .where('episode.closed_on', closed ? 'is not' : 'is', null)
    .orderBy('client.last_name')
    .orderBy('client.first_name')
    .limit(most);
  for (const word of words) {
    query = query.where(
      sql<boolean>`(client.first_name || ' ' || client.last_name || ' ' || coalesce(client.preferred_name, '') || ' ' || client.chart_number) ilike ${`%${escaped(word)}%`}`,
    );
  }
  return query;
}
