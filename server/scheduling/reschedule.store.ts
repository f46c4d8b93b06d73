import { addDays, dayAt, weekOf, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { changesOf, type Changes } from '#domain/scheduling/meeting-changes.ts';
import { closureOn, occurrencesOf, scheduleDays } from '#domain/scheduling/meetings.ts';
import { bookRoster, moveBookings, setBookingTelehealth } from '#server/attendance/bookings.store.ts';
import type { Database } from '#server/database/pool.ts';
import { freeSlots } from '#server/screen-plans/screen-slots.store.ts';
import { closuresBetween } from './closures.rows.ts';
import { generateSessions } from './generated-sessions.store.ts';
import type { MadeSession } from './made-sessions.guards.ts';
import type { GroupMeeting } from './meetings.rows.ts';
import { changeSession, removeSessions } from './sessions.store.ts';

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
    await changeSession(db, sessionId, {
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
    });
    await setBookingTelehealth(db, sessionId, meeting.telehealth);
    if (before?.session_on === to.on) continue;
    await moveBookings(db, sessionId, to.on);
    // A slot that waits in the session stays on its own day.
    await freeSlots(db, [sessionId], to.on);
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
