import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
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

/** These slots with what became of the sessions that they were drawn for, in the order of their clients. */
export async function slotsWithSessions(db: Database, ids: readonly string[]): Promise<readonly StoredSlot[]> {
  const booking = sql`from attendance join session on session.organization_id = attendance.organization_id and session.id = attendance.session_id
    where attendance.organization_id = slot.organization_id and attendance.client_id = slot.client_id and session.id = slot.session_id and session.session_on = slot.due_on`;
  const { rows } = await sql<StoredSlot>`select slot.id, slot.client_id, slot.session_id, slot.due_on, slot.opens_at,
      exists (select ${booking} and session.collects_screens and not session.telehealth and session.cancelled_because is null and not attendance.telehealth) as held,
      exists (select ${booking} and attendance.status = 'excused') as excused,
      exists (select from leave_span away where away.organization_id = slot.organization_id and away.client_id = slot.client_id
        and away.from_on <= slot.due_on and (away.to_on is null or away.to_on >= slot.due_on)) as away
    from screen_slot slot where slot.id = any(${ids}::uuid[]) order by slot.client_id, slot.id`.execute(db);
  return rows;
}
