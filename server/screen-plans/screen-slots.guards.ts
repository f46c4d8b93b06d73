import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import type { Database } from '#server/database/pool.ts';

export type StoredSlot = {
  readonly id: string;
  readonly client_id: string;
  readonly session_id: string | null;
  readonly due_on: Day;
  readonly opens_at: Instant;
  /** The session is still held with them in it. */
  readonly held: boolean;
  readonly excused: boolean;
  readonly away: boolean;
};

/** Slots that were drawn here, since a day, and that nothing answered. Their clients and they are locked, so that whoever answers one at the same time takes turns. */
export async function lockUnanswered(db: Database, from: Day): Promise<StoredSlot[]> {
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
  const booking = sql`from attendance join session on session.organization_id = attendance.organization_id and session.id = attendance.session_id
    where attendance.organization_id = slot.organization_id and attendance.client_id = slot.client_id and session.id = slot.session_id and session.session_on = slot.due_on`;
  const { rows } = await sql<StoredSlot>`select slot.id, slot.client_id, slot.session_id, slot.due_on, slot.opens_at,
      exists (select ${booking} and session.collects_screens and not session.telehealth and session.cancelled_because is null and not attendance.telehealth) as held,
      exists (select ${booking} and attendance.status = 'excused') as excused,
      exists (select from leave_span away where away.organization_id = slot.organization_id and away.client_id = slot.client_id
        and away.from_on <= slot.due_on and (away.to_on is null or away.to_on >= slot.due_on)) as away
    from screen_slot slot join screen_draw drawn
      on drawn.organization_id = slot.organization_id and drawn.client_id = slot.client_id and drawn.on_day = slot.due_on
    where slot.reason = 'scheduled' and slot.due_on >= ${from}
      and not exists (select from screen where screen.organization_id = slot.organization_id and screen.slot_id = slot.id)
    order by slot.client_id, slot.id for update of slot`.execute(db);
  return rows;
}
