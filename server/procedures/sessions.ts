import { sql } from 'kysely';
import type { Contract } from '#contract/index.ts';
import { dayAt, type Instant } from '#domain/calendar.ts';
import { collectionOpensAt } from '#domain/screen-slots.ts';
import { isOpen } from '../facts/open-slots.ts';
import { sessionsOfStaff } from '../facts/sessions.ts';
import type { ProceduresOf } from '../procedure.ts';

const booked = sql<number>`(select count(*) from attendance a where a.organization_id = session.organization_id and a.session_id = session.id)`;
const taken = sql<number>`(select count(*) from attendance a where a.organization_id = session.organization_id and a.session_id = session.id and a.status <> 'booked')`;

/** Clients with an open slot of the session, or of its day while they are booked in it. */
const due = (
  now: Instant,
) => sql<number>`(select count(distinct slot.client_id) from screen_slot slot where slot.organization_id = session.organization_id
  and ${isOpen('slot', now)} and (slot.session_id = session.id or (slot.session_id is null and slot.due_on = session.session_on and exists (
    select from attendance a where a.organization_id = slot.organization_id and a.session_id = session.id and a.client_id = slot.client_id))))`;

const recorded = sql<number>`(select count(*) from screen where screen.organization_id = session.organization_id and screen.session_id = session.id and screen.amends_id is null)`;

export const sessions: ProceduresOf<Contract['sessions']> = {
  ofDay: async ({ on }, { db, actor, now, zone, settings }) => {
    const today = dayAt(now, zone);
    const rows = await db
      .selectFrom('session')
      .leftJoin('care_group', (join) =>
        join.onRef('care_group.organization_id', '=', 'session.organization_id').onRef('care_group.id', '=', 'session.group_id'),
      )
      .leftJoin('site', (join) =>
        join.onRef('site.organization_id', '=', 'session.organization_id').onRef('site.id', '=', 'session.site_id'),
      )
      .leftJoin('staff', (join) =>
        join.onRef('staff.organization_id', '=', 'session.organization_id').onRef('staff.id', '=', 'session.leader_id'),
      )
      .select([
        'session.id',
        'session.title',
        'session.service',
        'session.starts_at',
        'session.ends_at',
        'session.times_known',
        'session.cancelled_because',
      ])
      .select(['care_group.name as group_name', 'site.name as site_name', 'staff.name as leader'])
      .select([booked.as('booked'), taken.as('taken'), due(now).as('due'), recorded.as('recorded')])
      .where('session.session_on', '=', on ?? today)
      .where(sessionsOfStaff(actor))
      .orderBy('session.starts_at')
      .orderBy('session.title')
      .execute();
    return {
      on: on ?? today,
      today,
      asOf: now,
      zone,
      sessions: rows.map((row) => ({
        id: row.id,
        title: row.title,
        groupName: row.group_name,
        siteName: row.site_name,
        service: row.service,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        timesKnown: row.times_known,
        leader: row.leader,
        cancelledBecause: row.cancelled_because,
        booked: row.booked,
        attendanceTaken: row.taken,
        screensDue:
          collectionOpensAt({ on: on ?? today, startsAt: row.starts_at, timesKnown: row.times_known }, settings.screening, zone) > now
            ? null
            : row.due,
        screensRecorded: row.recorded,
      })),
    };
  },
};
