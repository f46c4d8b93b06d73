import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import { seesClients } from '#server/access/capabilities.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { isOpen } from '#server/screen-plans/open-slots.ts';
import { sessionsOfStaff } from './staff-sessions.ts';

export const bookedIn = sql<number>`(select count(*) from attendance a where a.organization_id = session.organization_id and a.session_id = session.id)`;
const taken = sql<number>`(select count(*) from attendance a where a.organization_id = session.organization_id and a.session_id = session.id and a.status <> 'booked')`;

/** Clients with an open slot of the session, or of its day while they are booked in it. */
const due = (
  now: Instant,
) => sql<number>`(select count(distinct slot.client_id) from screen_slot slot where slot.organization_id = session.organization_id
  and ${isOpen('slot', now)} and (slot.session_id = session.id or (slot.session_id is null and slot.due_on = session.session_on and exists (
    select from attendance a where a.organization_id = slot.organization_id and a.session_id = session.id and a.client_id = slot.client_id))))`;

const recorded = sql<number>`(select count(*) from screen where screen.organization_id = session.organization_id and screen.session_id = session.id and screen.amends_id is null)`;

type Requested = {
  readonly from: Day;
  readonly to: Day;
  readonly programId: string | null;
  readonly siteId: string | null;
};

/** The sessions of some days that a member of staff may see, as a schedule shows them. Who is booked is not in it. */
export async function sessionRows({ db, actor, now, zone, settings }: Context, { from, to, programId, siteId }: Requested) {
  let query = db
    .selectFrom('session')
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'session.organization_id').onRef('care_group.id', '=', 'session.group_id'),
    )
    .leftJoin('site', (join) => join.onRef('site.organization_id', '=', 'session.organization_id').onRef('site.id', '=', 'session.site_id'))
    .leftJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'session.organization_id').onRef('staff.id', '=', 'session.leader_id'),
    )
    .leftJoin('staff as substitute', (join) =>
      join.onRef('substitute.organization_id', '=', 'session.organization_id').onRef('substitute.id', '=', 'session.substitute_id'),
    )
    .selectAll('session')
    .select(['care_group.name as group_name', 'care_group.capacity', 'site.name as site_name'])
    .select(['staff.name as leader', 'substitute.name as substitute'])
    .select([bookedIn.as('booked'), taken.as('taken'), due(now).as('due'), recorded.as('recorded')])
    .where('session.session_on', '>=', from)
    .where('session.session_on', '<=', to)
    .where(sessionsOfStaff(actor))
    .orderBy('session.starts_at')
    .orderBy('session.title');
  if (programId !== null) query = query.where('session.program_id', '=', programId);
  if (siteId !== null) query = query.where('session.site_id', '=', siteId);
  const screens = seesClients(actor);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    on: row.session_on,
    title: row.title,
    groupId: row.group_id,
    groupName: row.group_name,
    programId: row.program_id,
    siteId: row.site_id,
    siteName: row.site_name,
    service: row.service,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timesKnown: row.times_known,
    breakMinutes: row.break_minutes,
    telehealth: row.telehealth,
    leader: row.leader,
    substitute: row.substitute_id === null ? null : { id: row.substitute_id, name: row.substitute ?? '' },
    cancelledBecause: row.cancelled_because,
    booked: row.booked,
    capacity: row.capacity,
    attendanceTaken: row.taken,
    screensDue:
      !screens ||
      collectionOpensAt({ on: row.session_on, startsAt: row.starts_at, timesKnown: row.times_known }, settings.screening, zone) > now
        ? null
        : row.due,
    screensRecorded: screens ? row.recorded : 0,
    version: row.version,
  }));
}
