import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

type NewBooking = {
  readonly organizationId: string;
  readonly sessionId: string;
  readonly clientId: string;
  readonly on: Day;
  readonly telehealth: boolean;
  /** The missed session that this one makes up for. */
  readonly makesUp: string | null;
  /** Who put it there by hand, where that is kept. */
  readonly changed: { readonly by: string; readonly at: Instant } | null;
};

/** Books a client into a session, and answers the version of the booking. */
export async function book(
  db: Database,
  { organizationId, sessionId, clientId, on, telehealth, makesUp, changed }: NewBooking,
): Promise<number> {
  const { version } = await db
    .insertInto('attendance')
    .values({
      organization_id: organizationId,
      session_id: sessionId,
      client_id: clientId,
      session_on: on,
      status: 'booked',
      telehealth,
      make_up: makesUp !== null,
      makes_up: makesUp,
      changed_by: changed?.by ?? null,
      changed_at: changed?.at ?? null,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

type Requested =
  | { readonly sessionIds: readonly string[] }
  | { readonly clientId: string; readonly groupId: string; readonly from: string };

/**
 * Books whoever is on a group's roster that day, comes on that weekday and is in care, into sessions of the group: into new ones, or, for
 * one client, into those from a day on. A booking that is there stays as it is.
 */
export async function bookRoster(db: Database, requested: Requested): Promise<void> {
  if ('sessionIds' in requested && requested.sessionIds.length === 0) return;
  const which =
    'sessionIds' in requested
      ? sql`session.id in (${sql.join(requested.sessionIds)})`
      : sql`place.client_id = ${requested.clientId} and session.group_id = ${requested.groupId} and session.session_on >= ${requested.from}`;
  await sql`insert into attendance (organization_id, session_id, client_id, session_on, status, telehealth)
    select session.organization_id, session.id, place.client_id, session.session_on, 'booked', session.telehealth
    from session join group_enrollment place on place.organization_id = session.organization_id and place.group_id = session.group_id
      and place.from_on <= session.session_on and (place.to_on is null or place.to_on >= session.session_on)
      and (place.weekdays is null or extract(isodow from session.session_on)::integer = any (place.weekdays))
    where session.meeting_id is not null and ${which} and exists (
      select from episode where episode.organization_id = place.organization_id and episode.client_id = place.client_id
        and episode.opened_on <= session.session_on and (episode.closed_on is null or episode.closed_on >= session.session_on))
    on conflict do nothing`.execute(db);
}

/** Gives up a client's unmarked bookings in generated sessions of these groups after a day. What was marked stays. */
export async function giveUpBookings(
  db: Database,
  { clientId, after, groupIds }: { clientId: string; after: string; groupIds: readonly string[] },
) {
  if (groupIds.length === 0) return;
  await sql`delete from attendance using session where session.organization_id = attendance.organization_id and session.id = attendance.session_id
    and attendance.client_id = ${clientId} and attendance.status = 'booked' and not attendance.make_up and attendance.session_on > ${after}
    and session.meeting_id is not null and session.group_id in (${sql.join(groupIds)})`.execute(db);
}

/** On another day other people of the roster come: the unmarked ones of the group go, and make-ups go along to the new day. */
export async function moveBookings(db: Database, sessionId: string, on: Day): Promise<void> {
  await sql`delete from attendance using group_enrollment place, session where attendance.session_id = ${sessionId} and attendance.status = 'booked'
    and not attendance.make_up and session.id = attendance.session_id and place.group_id = session.group_id and place.client_id = attendance.client_id`.execute(
    db,
  );
  await setBookingDay(db, sessionId, on);
}

/** A session was moved with everybody who is booked in it. */
export async function setBookingDay(db: Database, sessionId: string, on: Day): Promise<void> {
  await db.updateTable('attendance').set({ session_on: on }).where('session_id', '=', sessionId).execute();
}

/** Whoever isn't marked yet is expected in the room, or on the line. */
export async function setBookingTelehealth(db: Database, sessionId: string, telehealth: boolean): Promise<void> {
  await db.updateTable('attendance').set({ telehealth }).where('session_id', '=', sessionId).where('status', '=', 'booked').execute();
}

/** Takes the unmarked bookings out of sessions that go. */
export async function removeBookings(db: Database, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  await db
    .deleteFrom('attendance')
    .where('session_id', 'in', [...sessionIds])
    .where('status', '=', 'booked')
    .execute();
}
