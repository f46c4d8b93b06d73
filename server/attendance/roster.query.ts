import type { Contract } from '#contract/index.ts';
import { opensAt } from '#domain/attendance/marks.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { rosterRows } from './roster.rows.ts';
import { bookingsOf, rosterSession } from './rosters.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** The session's roster for whoever marks it: who is booked, and what is said of them so far. */
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
