import { sql } from 'kysely';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { sessionsOfStaff } from '#server/scheduling/staff-sessions.ts';

/** How far ahead a screen can be asked for. */
const aheadDays = 14;

/** The sessions in which this client can be asked for a screen: theirs of the next two weeks, and whatever else of the staff's programs is held today. */
export function sessionsToAsk({ db, actor, now, zone }: Pick<Context, 'db' | 'actor' | 'now' | 'zone'>, clientId: string) {
  const today: Day = dayAt(now, zone);
  const booked = sql<boolean>`exists (select from attendance where attendance.organization_id = session.organization_id and attendance.session_id = session.id
    and attendance.client_id = ${clientId})`;
  return db
    .selectFrom('session')
    .select(['session.id', 'session.title', 'session.session_on', 'session.starts_at', 'session.ends_at', 'session.times_known'])
    .select(booked.as('booked'))
    .where('session.session_on', '>=', today)
    .where('session.session_on', '<=', addDays(today, aheadDays))
    .where('session.ends_at', '>', now)
    .where('session.cancelled_because', 'is', null)
    .where('session.telehealth', '=', false)
    .where((eb) => eb.or([booked, eb.and([eb('session.session_on', '=', today), sessionsOfStaff(actor)(eb)])]))
    .orderBy('session.starts_at')
    .orderBy('session.title')
    .execute();
}
