import { sql } from 'kysely';
import { services } from '#domain/attendance/delivered-minutes.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { sessionsOfStaff } from '#server/scheduling/staff-sessions.ts';

type Asking = Pick<Context, 'db' | 'actor'>;

/** One session of the actor's programs with what its roster says about it. */
export async function sessionWithRoster({ db, actor }: Asking, sessionId: string) {
  const row = await db
    .selectFrom('session')
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'session.organization_id').onRef('care_group.id', '=', 'session.group_id'),
    )
    .leftJoin('site', (join) => join.onRef('site.organization_id', '=', 'session.organization_id').onRef('site.id', '=', 'session.site_id'))
    .leftJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'session.organization_id').onRef('staff.id', '=', 'session.leader_id'),
    )
    .select([
      'session.id',
      'session.title',
      'session.service',
      'session.session_on',
      'session.starts_at',
      'session.ends_at',
      'session.times_known',
      'session.break_minutes',
      'session.cancelled_because',
    ])
    .select(['care_group.name as group_name', 'site.name as site_name', 'staff.name as leader'])
    .where('session.id', '=', sessionId)
    .where(sessionsOfStaff(actor))
    .executeTakeFirst();
  const service = services.find((one) => one === row?.service);
  return row === undefined || service === undefined ? undefined : { ...row, service };
}

export type RosterSession = NonNullable<Awaited<ReturnType<typeof sessionWithRoster>>>;

/** Bookings of a session, each through its client, in the order of a register. */
export const bookingsOf = ({ db, actor }: Asking, sessionId: string) =>
  db
    .selectFrom('attendance')
    .innerJoin('client', (join) =>
      join.onRef('client.organization_id', '=', 'attendance.organization_id').onRef('client.id', '=', 'attendance.client_id'),
    )
    .select([
      'attendance.client_id',
      'client.first_name',
      'client.last_name',
      'client.preferred_name',
      'client.born_on',
      'client.chart_number',
      'attendance.status',
      'attendance.minutes',
      'attendance.arrived_at',
      'attendance.left_at',
      'attendance.telehealth',
      'attendance.make_up',
      'attendance.makes_up',
      'attendance.note',
      'attendance.version',
      'attendance.recorded_by',
      'attendance.changed_at',
      'attendance.changed_by',
      'attendance.import_id',
    ])
    .where('attendance.session_id', '=', sessionId)
    .where(clientsOf(actor))
    .orderBy('client.sort_name')
    .orderBy('client.id');

export type BookingRow = Awaited<ReturnType<ReturnType<typeof bookingsOf>['execute']>>[number];

/** One client's booking in a session. */
export const bookingOf = (asking: Asking, sessionId: string, clientId: string) =>
  bookingsOf(asking, sessionId).where('client.id', '=', clientId).executeTakeFirst();

/** These bookings as they were before they were corrected, newest first. */
export const correctionsOf = ({ db }: Pick<Context, 'db'>, sessionId: string, clientIds: readonly string[]) =>
  db
    .selectFrom('attendance_change')
    .select(['client_id', 'was', 'minutes', 'arrived_at', 'left_at', 'recorded_by', 'recorded_at', 'by', 'import_id', 'recorded_import_id'])
    .where('session_id', '=', sessionId)
    .where('what', '=', 'corrected')
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('id', 'desc')
    .execute();
