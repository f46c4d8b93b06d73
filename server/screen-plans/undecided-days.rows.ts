import { sql } from 'kysely';
import { addDays, addHours, dayAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { rateDays } from '#domain/screen-plans/draw-rate.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import type { Screening } from '#domain/programs/settings.ts';
import type { Database } from '#server/database/pool.ts';
import { collectionDaysOf, type Collecting } from './collection-days.rows.ts';

export type Drawing = { readonly db: Database; readonly organizationId: string; readonly now: Instant; readonly zone: Zone };

/** A client, and the session of the day that is to be decided. */
export type Due = Collecting & { readonly clientId: string };

/** The first session of each client's day that opens soon or has opened, and isn't over, where the day wasn't decided yet. */
export async function dueNow({ db, now, zone }: Drawing, screening: Screening, clientIds: readonly string[] | null): Promise<Due[]> {
  const today = dayAt(now, zone);
  const soon = addHours(now, screening.drawMinutesBefore / 60);
  const until = addHours(soon, screening.opensMinutesBefore / 60);
  const requested = clientIds === null ? sql`true` : sql`attendance.client_id = any(${clientIds}::uuid[])`;
  const { rows } = await sql<{ client_id: string }>`select distinct attendance.client_id from attendance
    join session on session.organization_id = attendance.organization_id and session.id = attendance.session_id
    where session.session_on between ${today} and ${addDays(today, 1)} and session.starts_at <= ${until}::timestamptz and session.ends_at > ${now}::timestamptz
      and ${requested} and not exists (select from screen_draw drawn where drawn.organization_id = attendance.organization_id
        and drawn.client_id = attendance.client_id and drawn.on_day = session.session_on)`.execute(db);
  const ids = rows.map((row) => row.client_id);
  if (ids.length === 0) return [];
  const sessions = await collectionDaysOf(db, ids, today, addDays(today, 1));
  const decided = await db.selectFrom('screen_draw').select(['client_id', 'on_day']).where('on_day', '>=', today).execute();
  const known = new Set(decided.map(({ client_id, on_day }) => `${client_id} ${on_day}`));
  return ids.flatMap((clientId) => {
    const open = (sessions.get(clientId) ?? []).filter(
      (session) => session.endsAt > now && collectionOpensAt(session, screening, zone) <= soon && !known.has(`${clientId} ${session.on}`),
    );
    return open
      .filter(({ on }, index) => open.findIndex((other) => other.on === on) === index)
      .map((session) => ({ ...session, clientId }));
  });
}

/** The days around one on which the program is closed for a holiday. */
export async function holidaysAround(db: Database, today: Day): Promise<Day[]> {
  const { rows } = await sql<{
    held_on: Day;
  }>`select distinct day::date as held_on from closure, generate_series(from_on, to_on, interval '1 day') day
    where kind = 'holiday' and to_on >= ${addDays(today, -10)} and from_on <= ${addDays(today, rateDays)}`.execute(db);
  return rows.map((row) => row.held_on);
}
