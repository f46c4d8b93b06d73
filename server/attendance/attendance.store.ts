import type { FileAuthor } from '#domain/imports/imports.ts';
import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Mark } from '#domain/attendance/marks.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import { updateFields, type NewFields, type RowKey } from '#server/database/update-fields.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { BookingRow } from './roster.rows.ts';

type NewMark = { readonly mark: Mark; readonly telehealth: boolean; readonly makesUp: string | null; readonly note: string | null };

/** Writes the mark of a booking; an earlier one is kept beside it. */
export async function writeMark(context: Context, sessionId: string, booking: BookingRow, { mark, telehealth, makesUp, note }: NewMark) {
  const { db, actor, now } = context;
  if (booking.status !== 'booked') await keepEarlier(context, sessionId, booking, 'corrected');
  await db
    .updateTable('attendance')
    .set((eb) => ({
      status: mark.status ?? 'booked',
      minutes: mark.minutes,
      arrived_at: mark.arrivedAt,
      left_at: mark.leftAt,
      telehealth,
      // A make-up that was brought in doesn't name its session, and stays one.
      make_up: makesUp !== null || (booking.makes_up === null && booking.make_up),
      makes_up: makesUp,
      note,
      recorded_by: mark.status === null ? null : actor.staffId,
      import_id: null,
      changed_by: actor.staffId,
      changed_at: now,
      version: eb('version', '+', 1),
    }))
    .where('session_id', '=', sessionId)
    .where('client_id', '=', booking.client_id)
    .execute();
}

/** Takes a booking out of a session, and keeps it as it was. */
export async function removeBooking(context: Context, sessionId: string, booking: BookingRow): Promise<void> {
  await keepEarlier(context, sessionId, booking, 'removed');
  await context.db.deleteFrom('attendance').where('session_id', '=', sessionId).where('client_id', '=', booking.client_id).execute();
}

/** Takes a client out of every session after a day in which nobody has marked them, and keeps the bookings as they were. */
export async function removeBookingsAfter(
  { db, now, by }: Pick<Context, 'db' | 'now'> & { readonly by: string | null },
  clientId: string,
  after: Day,
): Promise<void> {
  await sql`with gone as (delete from attendance where client_id = ${clientId} and status = 'booked' and session_on > ${after} returning *)
    insert into attendance_change (organization_id, session_id, client_id, version, was, minutes, arrived_at, left_at, telehealth, make_up, makes_up, note,
      recorded_by, recorded_at, what, by, at)
    select organization_id, session_id, client_id, version, status, minutes, arrived_at, left_at, telehealth, make_up, makes_up, note,
      recorded_by, changed_at, 'removed', ${by}, ${now} from gone`.execute(db);
}

/** Keeps a booking as it was, who recorded it and who corrected it. */
async function keepEarlier(
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
      recorded_import_id: booking.import_id,
      what,
      by: actor.staffId,
      at: now,
    })
    .execute();
}

/** Adds who was booked in sessions and how they were marked. */
export const insertAttendance = (db: Database, rows: readonly WholeRow<'attendance'>[]): Promise<void> =>
  insertRows(db, 'attendance', rows);

/** Sets fields of a booking as a file has them, as its next version. A mark that was there is kept beside it, with the file that changed it. */
export async function setAttendanceFields(db: Database, key: RowKey, fields: NewFields, author: FileAuthor | null): Promise<void> {
  if (author !== null)
    await sql`insert into attendance_change (organization_id, session_id, client_id, version, was, minutes, arrived_at, left_at, telehealth, make_up, makes_up,
        note, recorded_by, recorded_at, recorded_import_id, what, by, at, import_id)
      select organization_id, session_id, client_id, version, status, minutes, arrived_at, left_at, telehealth, make_up, makes_up,
        note, recorded_by, changed_at, import_id, 'corrected', ${author.staffId}, ${author.at}, ${author.importId}
      from attendance where session_id = ${key['session_id']}::uuid and client_id = ${key['client_id']}::uuid and status <> 'booked'`.execute(
      db,
    );
  await updateFields(db, 'attendance', key, fields, { counted: true });
}
