import { sql } from 'kysely';
import { addDays, dayAt, weekOf, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { changesOf, type Changes, type Made } from '#domain/scheduling/meeting-changes.ts';
import { closureOn, occurrencesOf, scheduleDays } from '#domain/scheduling/meetings.ts';
import type { Database } from '#server/database/pool.ts';
import { closuresBetween } from './closures.rows.ts';
import { generateSessions } from './generated-sessions.store.ts';
import { bookRoster } from './bookings.store.ts';
import type { GroupMeeting } from './meetings.rows.ts';

/** Whether anybody was marked, and whether any cup was recorded, in a session. A slot that waits in it says nothing: the schedule stays hidden. */
export const attendanceTaken = sql<boolean>`exists (select from attendance taken where taken.organization_id = session.organization_id
  and taken.session_id = session.id and taken.status <> 'booked')`;
export const screensRecorded = sql<boolean>`exists (select from screen where screen.organization_id = session.organization_id and screen.session_id = session.id)`;

/** The sessions that a meeting made for a day or later, as the rule of changes sees them. */
export async function madeBy(db: Database, meetingId: string, from: Day, now: Instant) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'title', 'session_on', 'scheduled_on', 'starts_at', 'cancelled_because', 'closure_id', 'kept', 'substitute_id'])
    .select([attendanceTaken.as('taken'), screensRecorded.as('recorded')])
    .where('meeting_id', '=', meetingId)
    .where('scheduled_on', '>=', from)
    .orderBy('scheduled_on')
    .forNoKeyUpdate()
    .execute();
  return rows.map((row) => ({
    row,
    made: {
      sessionId: row.id,
      scheduledOn: row.scheduled_on ?? row.session_on,
      begun: row.starts_at <= now,
      attendanceTaken: row.taken,
      screensRecorded: row.recorded,
      cancelledAlone: row.cancelled_because !== null && row.closure_id === null,
      byHand: row.kept || row.substitute_id !== null,
    } satisfies Made,
  }));
}

export type MadeSession = Awaited<ReturnType<typeof madeBy>>[number];

type Requested = {
  readonly group: { readonly id: string; readonly program_id: string; readonly site_id: string };
  /** What the sessions were made by, and what they are of from now on; null where the meeting ends. */
  readonly made: readonly MadeSession[];
  readonly meeting: GroupMeeting | null;
  readonly from: Day;
  readonly now: Instant;
  readonly zone: Zone;
};

/** Brings the sessions of a meeting in line with its change, books the roster anew where a day changed, and makes what is missing. */
export async function reschedule(db: Database, { group, made, meeting, from, now, zone }: Requested): Promise<Changes> {
  // To the end of a week, so that the last session moves within it, instead of falling out.
  const until = addDays(weekOf(addDays(dayAt(now, zone), scheduleDays)), 6);
  const occurrences = meeting === null ? [] : occurrencesOf(meeting.meeting, from, until, zone);
  const changes = changesOf(
    made.map((one) => one.made),
    occurrences,
  );
  await removeSessions(db, changes.remove);
  const closures = await closuresBetween(db, from, until);
  const rebooked: string[] = [];
  for (const { sessionId, to } of changes.move) {
    if (meeting === null) break;
    const before = made.find(({ row }) => row.id === sessionId)?.row;
    const closure = closureOn(to.on, { programId: group.program_id, siteId: group.site_id }, closures);
    await db
      .updateTable('session')
      .set((eb) => ({
        meeting_id: meeting.id,
        scheduled_on: to.on,
        session_on: to.on,
        starts_at: to.startsAt,
        ends_at: to.endsAt,
        service: meeting.service,
        title: meeting.title,
        telehealth: meeting.telehealth,
        leader_id: meeting.leader_id,
        break_minutes: meeting.break_minutes,
        collects_screens: meeting.collects_screens,
        cancelled_because: closure?.label ?? null,
        closure_id: closure?.id ?? null,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', sessionId)
      .execute();
    await db
      .updateTable('attendance')
      .set({ telehealth: meeting.telehealth })
      .where('session_id', '=', sessionId)
      .where('status', '=', 'booked')
      .execute();
    if (before?.session_on === to.on) continue;
    await changeDay(db, sessionId, to.on);
    rebooked.push(sessionId);
  }
  for (const { sessionId, instead } of changes.leave) {
    if (meeting === null || instead === null) continue;
    await db.updateTable('session').set({ meeting_id: meeting.id, scheduled_on: instead.on }).where('id', '=', sessionId).execute();
  }
  await bookRoster(db, { sessionIds: rebooked });
  if (meeting !== null) await generateSessions(db, group.id, { from, to: until, zone });
  return changes;
}

/** On another day other people of the roster come: the unmarked ones are booked anew. Make-ups go along. A waiting slot stays on its day. */
async function changeDay(db: Database, sessionId: string, on: Day): Promise<void> {
  await sql`delete from attendance using group_enrollment place, session where attendance.session_id = ${sessionId} and attendance.status = 'booked'
    and not attendance.make_up and session.id = attendance.session_id and place.group_id = session.group_id and place.client_id = attendance.client_id`.execute(
    db,
  );
  await db.updateTable('attendance').set({ session_on: on }).where('session_id', '=', sessionId).execute();
  await freeSlots(db, [sessionId], on);
}

/** Slots that wait in a session of another day are of their day alone from now on. */
export const freeSlots = async (db: Database, sessionIds: readonly string[], on: Day | null): Promise<void> => {
  if (sessionIds.length === 0) return;
  let query = db
    .updateTable('screen_slot')
    .set({ session_id: null })
    .where('session_id', 'in', [...sessionIds]);
  if (on !== null) query = query.where('due_on', '<>', on);
  await query.execute();
};

async function removeSessions(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await freeSlots(db, ids, null);
  await db
    .deleteFrom('attendance')
    .where('session_id', 'in', [...ids])
    .where('status', '=', 'booked')
    .execute();
  await db
    .deleteFrom('session')
    .where('id', 'in', [...ids])
    .execute();
}
