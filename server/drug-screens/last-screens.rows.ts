import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

/**
 * The days of the open episode from which each client's maximum gap is counted, in order: the slots of the schedule, but for those that were
 * excused or cancelled by the program, and the eve of the first day that was ever decided, for the time before the first slot.
 */
export async function lastScreens(db: Database, clientIds: readonly string[]): Promise<Map<string, Day[]>> {
  const { rows } = await sql<{ client_id: string; last_on: Day }>`
    with care as (select organization_id, client_id, opened_on from episode where client_id = any(${clientIds}::uuid[]) and closed_on is null)
    select slot.client_id, slot.due_on as last_on from screen_slot slot
      join care on care.organization_id = slot.organization_id and care.client_id = slot.client_id and care.opened_on <= slot.due_on
      where slot.reason = 'scheduled' and not exists (
        select from screen where screen.organization_id = slot.organization_id and screen.slot_id = slot.id and screen.outcome in ('excused', 'cancelled-by-program')
          and not exists (select from screen later where later.organization_id = screen.organization_id and later.amends_id = screen.id))
    union select drawn.client_id, min(drawn.on_day) - 1 from screen_draw drawn
      join care on care.organization_id = drawn.organization_id and care.client_id = drawn.client_id and care.opened_on <= drawn.on_day
      group by drawn.client_id
    order by client_id, last_on`.execute(db);
  return byClient(rows, (row) => row.last_on);
}
