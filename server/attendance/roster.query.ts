import { authorWords } from '#domain/imports/author-words.ts';
import { importAuthors } from '#server/imports/import-authors.rows.ts';
import type { Contract } from '#contract/index.ts';
import { onLeave } from '#domain/attendance/lost-contact.ts';
import { opensAt } from '#domain/attendance/marks.ts';
import { missedBefore } from '#domain/attendance/missed-sessions.ts';
import { dayAt, type Instant } from '#domain/calendar/calendar.ts';
import { leavesOf } from '#server/care-plan/care-records.rows.ts';
import { staffNames } from '#server/clients/care-team.rows.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { sessionsOf } from './attendance.rows.ts';
import { namesOf } from './made-up-sessions.rows.ts';
import { missedFor } from './missed-sessions.rows.ts';
import { rosterSession } from './roster.guards.ts';
import { identityOf, markOf } from './roster-row.ts';
import { bookingsOf, correctionsOf, type BookingRow, type RosterSession } from './roster.rows.ts';

/** The session's roster for whoever marks it: who is booked, and how they are marked so far. */
export const roster: Procedure<Contract['attendance']['roster']> = async ({ sessionId }, context) => {
  const { now, zone, settings, record } = context;
  const session = await rosterSession(context, sessionId);
  const bookings = await record.seen(bookingsOf(context, sessionId));
  return {
    session: {
      id: session.id,
      title: session.title,
      groupName: session.group_name,
      siteName: session.site_name,
      leader: session.leader,
      service: session.service,
      on: session.session_on,
      startsAt: session.starts_at,
      endsAt: session.ends_at,
      timesKnown: session.times_known,
      breakMinutes: session.break_minutes,
      cancelledBecause: session.cancelled_because,
      opensAt: opensAt({ startsAt: session.starts_at }, settings.markEarlyMinutes),
    },
    asOf: now,
    today: dayAt(now, zone),
    zone,
    rows: await rosterRows(context, session, bookings),
  };
};

type Correction = Awaited<ReturnType<typeof correctionsOf>>[number];

/** Each booking with what marking it needs to know: leave, the session missed before, what could be made up, and earlier marks. */
async function rosterRows(context: Context, session: RosterSession, bookings: readonly BookingRow[]) {
  const { db, actor, now, zone } = context;
  const ids = bookings.map((booking) => booking.client_id);
  if (ids.length === 0) return [];
  const sessions = await sessionsOf(db, ids);
  const leaves = await leavesOf(db, ids);
  const missed = await missedFor(context, session, ids);
  const madeUp = await namesOf(
    db,
    bookings.map((booking) => booking.makes_up),
  );
  const corrections = await correctionsOf(context, session.id, ids);
  const names = await staffNames(db, [
    ...bookings.map((booking) => booking.recorded_by),
    ...corrections.flatMap((row) => [row.recorded_by, row.by]),
  ]);
  const files = await importAuthors(db, [
    ...bookings.map((booking) => booking.import_id),
    ...corrections.flatMap((row) => [row.import_id, row.recorded_import_id]),
  ]);
  const nameOf = (id: string | null, importId: string | null = null): string | null => {
    const file = files.get(importId ?? '');
    return file === undefined ? (names.get(id ?? '') ?? null) : authorWords(file);
  };
  const earlierOf = (row: Correction) => ({
    ...markOf({ ...row, status: row.was }, session),
    by: nameOf(row.recorded_by, row.recorded_import_id),
    at: row.recorded_at,
    correctedBy: nameOf(row.by, row.import_id) ?? '',
  });

  return bookings.map((booking) => {
    const id = booking.client_id;
    const away = leaves.get(id) ?? [];
    const before = missedBefore(sessions.get(id) ?? [], session.id, away, now, zone);
    return {
      ...identityOf(booking),
      ...markOf(booking, session),
      version: booking.version,
      telehealth: booking.telehealth,
      makeUp: booking.make_up,
      makesUp: madeUp.get(booking.makes_up ?? '') ?? null,
      note: booking.note,
      marked: markedBy(booking, nameOf(booking.recorded_by, booking.import_id), actor.staffId),
      onLeave: onLeave(session.session_on, away),
      missedOn: before === null ? null : dayAt(before.startsAt, zone),
      missed: missed.get(id) ?? [],
      earlier: corrections.filter((row) => row.client_id === id).map(earlierOf),
    };
  });
}

function markedBy(booking: BookingRow, by: string | null, asking: string): { by: string; byYou: boolean; at: Instant | null } | null {
  if (by === null || booking.status === 'booked') return null;
  return { by, byYou: booking.recorded_by === asking, at: booking.changed_at };
}
