import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

export type Collecting = {
  readonly sessionId: string;
  readonly on: Day;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timesKnown: boolean;
};

/** A booking in which a screen can be collected: the client is expected there and then, in a room where cups are collected. */
export const canCollect = sql<boolean>`session.collects_screens and not session.telehealth and session.cancelled_because is null
  and session.session_on = attendance.session_on and not attendance.telehealth and not exists (
    select from leave_span away where away.organization_id = attendance.organization_id and away.client_id = attendance.client_id
      and away.from_on <= session.session_on and (away.to_on is null or away.to_on >= session.session_on))`;

/**
 * The sessions in which these clients could hand over a specimen, in time order. A session that came with an import is left out:
 * the system that it came from has its own schedule of screens.
 */
export async function collectionDaysOf(db: Database, clientIds: readonly string[], from: Day, to: Day): Promise<Map<string, Collecting[]>> {
  const { rows } = await sql<{
    client_id: string;
    id: string;
    session_on: Day;
    starts_at: Instant;
    ends_at: Instant;
    times_known: boolean;
  }>`
    select attendance.client_id, session.id, session.session_on, session.starts_at, session.ends_at, session.times_known
    from attendance join session on session.organization_id = attendance.organization_id and session.id = attendance.session_id
    where attendance.client_id = any(${clientIds}::uuid[]) and attendance.session_on between ${from} and ${to} and session.outside_key is null
      and attendance.status not in ('excused', 'absent') and ${canCollect}
      and exists (select from episode where episode.organization_id = attendance.organization_id and episode.client_id = attendance.client_id
        and episode.opened_on <= session.session_on and (episode.closed_on is null or episode.closed_on >= session.session_on))
    order by session.session_on, session.starts_at, session.id`.execute(db);
  return byClient(rows, (row) => ({
    sessionId: row.id,
    on: row.session_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timesKnown: row.times_known,
  }));
}

/** Each day once, in order. */
export const daysIn = (sessions: readonly Pick<Collecting, 'on'>[]): Day[] => [...new Set(sessions.map(({ on }) => on))];
