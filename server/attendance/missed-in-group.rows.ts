import type { Day } from '#domain/calendar/calendar.ts';
import { canBeMadeUp } from '#domain/attendance/make-ups.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

type Requested = { readonly clientIds: readonly string[]; readonly from: Day; readonly to: Day };

/** What clients missed of a group between two days, or the program cancelled, and nothing makes up for yet. Oldest first. */
export async function missedIn(db: Database, groupId: string, { clientIds, from, to }: Requested) {
  if (clientIds.length === 0) return new Map<string, { sessionId: string; on: Day }[]>();
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('session', (join) =>
      join.onRef('session.organization_id', '=', 'attendance.organization_id').onRef('session.id', '=', 'attendance.session_id'),
    )
    .select(['attendance.client_id', 'attendance.session_id', 'attendance.session_on', 'attendance.status', 'session.cancelled_because'])
    .where('session.group_id', '=', groupId)
    .where('attendance.client_id', 'in', [...clientIds])
    .where('attendance.session_on', '>=', from)
    .where('attendance.session_on', '<=', to)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('attendance as other')
            .select('other.client_id')
            .whereRef('other.organization_id', '=', 'attendance.organization_id')
            .whereRef('other.client_id', '=', 'attendance.client_id')
            .whereRef('other.makes_up', '=', 'attendance.session_id'),
        ),
      ),
    )
    .orderBy('session.starts_at')
    .execute();
  const missed = rows.filter((row) =>
    canBeMadeUp({ cancelledByProgram: row.cancelled_because !== null, status: row.status === 'booked' ? null : row.status }),
  );
  return byClient(missed, (row) => ({ sessionId: row.session_id, on: row.session_on }));
}
