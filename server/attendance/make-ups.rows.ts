import { services, type Service } from '#domain/attendance/delivered-minutes.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Engaged, Missed } from '#domain/attendance/make-ups.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { bookedIn } from '#server/scheduling/day-sessions.rows.ts';

export const serviceOf = (name: string | null): Service => {
  const found = services.find((one) => one === name);
  if (found === undefined) throw new Error(`a session of an unknown service, ${name}`);
  return found;
};

/** The client, with their booking in a session where they have one, and what makes up for it already. */
export const missedSession = ({ db, actor }: Pick<Context, 'db' | 'actor'>, clientId: string, sessionId: string) =>
  db
    .selectFrom('client')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.organization_id', '=', 'client.organization_id')
        .onRef('attendance.client_id', '=', 'client.id')
        .on('attendance.session_id', '=', sessionId),
    )
    .leftJoin('session', (join) =>
      join.onRef('session.organization_id', '=', 'attendance.organization_id').onRef('session.id', '=', 'attendance.session_id'),
    )
    .select(['client.id as client_id', 'attendance.session_id', 'attendance.status'])
    .select(['session.program_id', 'session.service', 'session.starts_at', 'session.cancelled_because'])
    .select((eb) =>
      eb
        .selectFrom('attendance as other')
        .select('other.session_id')
        .whereRef('other.organization_id', '=', 'client.organization_id')
        .whereRef('other.client_id', '=', 'client.id')
        .where('other.makes_up', '=', sessionId)
        .limit(1)
        .as('made_up_by'),
    )
    .where('client.id', '=', clientId)
    .where(clientsOf(actor));

type Days = { readonly from: Day; readonly to: Day };

/** Sessions of the same service and program between two days. One that belongs to its booked people, such as an individual one, has no room. */
export async function candidatesFor(db: Database, missed: Pick<Missed, 'service' | 'programId'>, { from, to }: Days) {
  const rows = await db
    .selectFrom('session')
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'session.organization_id').onRef('care_group.id', '=', 'session.group_id'),
    )
    .leftJoin('site', (join) => join.onRef('site.organization_id', '=', 'session.organization_id').onRef('site.id', '=', 'session.site_id'))
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.organization_id', '=', 'session.organization_id')
        .on((on) => on('staff.id', '=', on.fn.coalesce('session.substitute_id', 'session.leader_id'))),
    )
    .select([
      'session.id',
      'session.title',
      'session.program_id',
      'session.service',
      'session.session_on',
      'session.starts_at',
      'session.ends_at',
    ])
    .select(['session.telehealth', 'session.cancelled_because', 'session.group_id', 'care_group.capacity', 'care_group.name as group_name'])
    .select(['site.name as site_name', 'staff.name as leader', bookedIn.as('booked')])
    .where('session.service', '=', missed.service)
    .where('session.program_id', '=', missed.programId)
    .where('session.session_on', '>=', from)
    .where('session.session_on', '<=', to)
    .execute();
  return rows.map((row) => ({
    sessionId: row.id,
    title: row.group_name ?? row.title,
    programId: row.program_id,
    service: serviceOf(row.service),
    on: row.session_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    telehealth: row.telehealth,
    cancelledByProgram: row.cancelled_because !== null,
    booked: row.booked,
    capacity: row.group_id === null && ownPeoples.includes(row.service) ? row.booked : row.capacity,
    leader: row.leader,
    siteName: row.site_name,
  }));
}

const ownPeoples: readonly string[] = ['individual', 'family', 'medication'];

/** Where a client is booked, or was, between two days. What the program cancelled keeps nobody. */
export async function engagementsOf(db: Database, clientId: string, { from, to }: Days): Promise<Engaged[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('session', (join) =>
      join.onRef('session.organization_id', '=', 'attendance.organization_id').onRef('session.id', '=', 'attendance.session_id'),
    )
    .select(['session.id', 'session.starts_at', 'session.ends_at'])
    .where('attendance.client_id', '=', clientId)
    .where('attendance.session_on', '>=', from)
    .where('attendance.session_on', '<=', to)
    .where('session.cancelled_because', 'is', null)
    .execute();
  return rows.map((row) => ({ sessionId: row.id, startsAt: row.starts_at, endsAt: row.ends_at }));
}
