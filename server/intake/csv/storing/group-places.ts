import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Database, Tables } from '#server/database/pool.ts';
import { bookRoster } from '#server/facts/group-bookings.ts';
import type { ClientRow } from '../clients.ts';
import type { Desk } from './desk.ts';
import { insertRows } from './insert-rows.ts';

export type Place = Insertable<Tables['group_place']> & { id: string };

/** A place on the roster of an open episode's group, from today on: what came before is told by the attendance of the other system. */
export function newPlace(desk: Desk, { openedOn, closedOn }: ClientRow, clientId: string, groupId: string | null): Place | null {
  if (groupId === null || closedOn !== null) return null;
  const from_on = openedOn > desk.today ? openedOn : desk.today;
  return {
    organization_id: desk.organizationId,
    id: randomUUID(),
    client_id: clientId,
    group_id: groupId,
    from_on,
    to_on: null,
    weekdays: null,
  };
}

/** Puts clients on the rosters of their groups and books them into the sessions that are there already. */
export async function placeInGroups(db: Database, places: readonly Place[]): Promise<void> {
  await insertRows(db, 'group_place', places);
  for (const { client_id: clientId, group_id: groupId, from_on: from } of places) await bookRoster(db, { clientId, groupId, from });
}
