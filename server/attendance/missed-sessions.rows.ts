import { sql } from 'kysely';
import { canMakeUp } from '#domain/attendance/missed-sessions.ts';
import { services } from '#domain/attendance/delivered-minutes.ts';
import { addDays } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { byClient } from '#server/clients/by-client.ts';
import type { RosterSession } from './roster.rows.ts';

/** What each client missed lately, that this session can make up for and no other session makes up for already. Newest first. */
export async function missedFor({ db, settings }: Pick<Context, 'db' | 'settings'>, session: RosterSession, clientIds: readonly string[]) {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('session', (join) =>
      join.onRef('session.organization_id', '=', 'attendance.organization_id').onRef('session.id', '=', 'attendance.session_id'),
    )
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'session.organization_id').onRef('care_group.id', '=', 'session.group_id'),
    )
    .select(['attendance.client_id', 'attendance.status', 'session.id', 'session.title', 'session.service', 'session.session_on'])
    .select(['session.starts_at', 'session.cancelled_because', 'care_group.name as group_name'])
    .where((eb) => eb('attendance.client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .where('attendance.session_on', '>=', addDays(session.session_on, -settings.makeUpDays))
    .where('attendance.session_on', '<=', session.session_on)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('attendance as other')
            .select('other.client_id')
            .whereRef('other.client_id', '=', 'attendance.client_id')
            .whereRef('other.makes_up', '=', 'attendance.session_id')
            .where('other.session_id', '<>', session.id),
        ),
      ),
    )
    .orderBy('session.starts_at', 'desc')
    .execute();
  const here = { id: session.id, on: session.session_on, startsAt: session.starts_at, service: session.service };
  const missed = rows.filter((row) => {
    const service = services.find((one) => one === row.service);
    if (service === undefined) return false;
    const cancelled = row.cancelled_because !== null;
    const status = row.status === 'booked' ? null : row.status;
    return canMakeUp({ id: row.id, on: row.session_on, startsAt: row.starts_at, service, status, cancelled }, here, settings.makeUpDays);
  });
  return byClient(missed, (row) => ({ sessionId: row.id, on: row.session_on, title: row.group_name ?? row.title }));
}
