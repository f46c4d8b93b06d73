import type { PlaceRow } from '../../facts/rosters.ts';
import type { Context } from '../../procedure.ts';

/** Keeps what a place said, who said it and who put it right. */
export async function keepEarlier(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  sessionId: string,
  place: PlaceRow,
  what: 'corrected' | 'removed',
): Promise<void> {
  await db
    .insertInto('attendance_change')
    .values({
      organization_id: actor.organizationId,
      session_id: sessionId,
      client_id: place.client_id,
      version: place.version,
      was: place.status,
      minutes: place.minutes,
      arrived_at: place.arrived_at,
      left_at: place.left_at,
      telehealth: place.telehealth,
      make_up: place.make_up,
      makes_up: place.makes_up,
      note: place.note,
      said_by: place.recorded_by,
      said_at: place.changed_at,
      what,
      by: actor.staffId,
      at: now,
    })
    .execute();
}
