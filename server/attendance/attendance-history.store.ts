import type { BookingRow } from './rosters.guards.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** Keeps what a place said, who said it and who put it right. */
export async function keepEarlier(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  sessionId: string,
  booking: BookingRow,
  what: 'corrected' | 'removed',
): Promise<void> {
  await db
    .insertInto('attendance_change')
    .values({
      organization_id: actor.organizationId,
      session_id: sessionId,
      client_id: booking.client_id,
      version: booking.version,
      was: booking.status,
      minutes: booking.minutes,
      arrived_at: booking.arrived_at,
      left_at: booking.left_at,
      telehealth: booking.telehealth,
      make_up: booking.make_up,
      makes_up: booking.makes_up,
      note: booking.note,
      recorded_by: booking.recorded_by,
      recorded_at: booking.changed_at,
      what,
      by: actor.staffId,
      at: now,
    })
    .execute();
}
