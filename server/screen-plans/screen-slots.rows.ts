import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';
import { isScheduled } from './open-slots.ts';
import type { Span } from '#server/drug-screens/screens.rows.ts';

export type Slot = { readonly id: string; readonly on: Day };

/** The slots of each client's testing schedule that fell due in the span. */
export async function slotsOf(db: Database, clientIds: readonly string[], { from, to }: Span): Promise<Map<string, Slot[]>> {
  const rows = await db
    .selectFrom('screen_slot')
    .select(['client_id', 'id', 'due_on'])
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .where(isScheduled('screen_slot'))
    .$if(from !== undefined, (query) => query.where('due_on', '>=', from ?? null))
    .$if(to !== undefined, (query) => query.where('due_on', '<=', to ?? null))
    .orderBy('due_on')
    .execute();
  return byClient(rows, (row): Slot => ({ id: row.id, on: row.due_on }));
}

/** Days from one on that were drawn, and whose slot was taken back. */
export async function drawnWithoutSlot(db: Database, from: Day) {
  const { rows } = await sql<{ client_id: string; on_day: Day; plan_id: string | null }>`select drawn.client_id, drawn.on_day, drawn.plan_id
    from screen_draw drawn where drawn.drawn and drawn.on_day >= ${from} and not exists (select from screen_slot slot
      where slot.organization_id = drawn.organization_id and slot.client_id = drawn.client_id and slot.due_on = drawn.on_day and slot.reason = 'scheduled')`.execute(
    db,
  );
  return rows;
}
