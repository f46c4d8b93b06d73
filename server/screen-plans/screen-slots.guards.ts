import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import type { Database } from '#server/database/pool.ts';

/**
 * The slots that were drawn here, since a day, and that nothing answered. Their clients and they are locked, so that whoever answers one at the same time
 * takes turns.
 */
export async function lockUnanswered(db: Database, from: Day): Promise<readonly string[]> {
  const drawn = await db
    .selectFrom('screen_slot')
    .select('client_id')
    .distinct()
    .where('reason', '=', 'scheduled')
    .where('due_on', '>=', from)
    .execute();
  await lockAnyClients(
    db,
    drawn.map(({ client_id }) => client_id),
  );
  const { rows } = await sql<{ id: string }>`select slot.id from screen_slot slot join screen_draw drawn
      on drawn.organization_id = slot.organization_id and drawn.client_id = slot.client_id and drawn.on_day = slot.due_on
    where slot.reason = 'scheduled' and slot.due_on >= ${from}
      and not exists (select from screen where screen.organization_id = slot.organization_id and screen.slot_id = slot.id)
    order by slot.client_id, slot.id for update of slot`.execute(db);
  return rows.map(({ id }) => id);
}
