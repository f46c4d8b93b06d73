import { sql } from 'kysely';
import { clientsOf } from '../access.ts';
import type { Database } from '../database/pool.ts';
import type { Actor } from '../procedure.ts';

const most = 200;
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** Clients whose name, preferred name or chart number holds each word of the text; those in care, or those whose episode is closed. */
export function clientsFound(db: Database, actor: Actor, text: string, closed: boolean) {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  let query = db
    .selectFrom('client')
    .innerJoin('episode', (join) => join.onRef('episode.organization_id', '=', 'client.organization_id').onRef('episode.client_id', '=', 'client.id'))
    .leftJoin('care_group', (join) => join.onRef('care_group.organization_id', '=', 'episode.organization_id').onRef('care_group.id', '=', 'episode.group_id'))
    .leftJoin('staff', (join) => join.onRef('staff.organization_id', '=', 'episode.organization_id').onRef('staff.id', '=', 'episode.therapist_id'))
    .select([
      'client.id as client_id',
      'client.first_name',
      'client.last_name',
      'client.preferred_name',
      'client.chart_number',
      'client.born_on',
      'episode.closed_on',
      'care_group.name as group_name',
      'staff.name as therapist',
    ])
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
    query = query.where(sql<boolean>`(client.first_name || ' ' || client.last_name || ' ' || coalesce(client.preferred_name, '') || ' ' || client.chart_number) ilike ${`%${escaped(word)}%`}`);
  }
  return query;
}
