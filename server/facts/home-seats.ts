import { sql } from 'kysely';
import type { Day } from '#domain/calendar.ts';
import type { Database } from '../database/pool.ts';
import { bookRoster } from './group-bookings.ts';

type Seat = { readonly client_id: string; readonly group_id: string };

/**
 * Puts whoever is in care and has a home group on its roster, where they never were on it in this episode, and books them from today on:
 * what was attended before comes with the record that says so. A place that somebody ended by hand stays ended. Answers the clients seated.
 */
export async function seatInHomeGroups(db: Database, today: Day): Promise<readonly string[]> {
  const { rows } = await sql<Seat>`insert into group_place (organization_id, client_id, group_id, from_on)
    select episode.organization_id, episode.client_id, episode.group_id, episode.opened_on
    from episode join client on client.organization_id = episode.organization_id and client.id = episode.client_id
    where episode.closed_on is null and episode.group_id is not null and client.superseded_by is null and not exists (
      select from group_place place where place.organization_id = episode.organization_id and place.client_id = episode.client_id
        and place.group_id = episode.group_id and (place.to_on is null or place.to_on >= episode.opened_on))
    on conflict do nothing returning client_id, group_id`.execute(db);
  for (const { client_id: clientId, group_id: groupId } of rows) await bookRoster(db, { clientId, groupId, from: today });
  return rows.map(({ client_id }) => client_id);
}
