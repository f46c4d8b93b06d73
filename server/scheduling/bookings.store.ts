import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';

type Requested =
  | { readonly sessionIds: readonly string[] }
  | { readonly clientId: string; readonly groupId: string; readonly from: string };

/**
 * Books whoever is on a group's roster that day, comes on that weekday and is in care, into sessions of the group: into new ones, or, for
 * one client, into those from a day on. A place that is there stays as it is.
 */
export async function bookRoster(db: Database, requested: Requested): Promise<void> {
  if ('sessionIds' in requested && requested.sessionIds.length === 0) return;
  const which =
    'sessionIds' in requested
      ? sql`session.id in (${sql.join(requested.sessionIds)})`
      : sql`place.client_id = ${requested.clientId} and session.group_id = ${requested.groupId} and session.session_on >= ${requested.from}`;
  await sql`insert into attendance (organization_id, session_id, client_id, session_on, status, telehealth)
    select session.organization_id, session.id, place.client_id, session.session_on, 'booked', session.telehealth
    from session join group_enrollment place on place.organization_id = session.organization_id and place.group_id = session.group_id
      and place.from_on <= session.session_on and (place.to_on is null or place.to_on >= session.session_on)
      and (place.weekdays is null or extract(isodow from session.session_on)::integer = any (place.weekdays))
    where session.meeting_id is not null and ${which} and exists (
      select from episode where episode.organization_id = place.organization_id and episode.client_id = place.client_id
        and episode.opened_on <= session.session_on and (episode.closed_on is null or episode.closed_on >= session.session_on))
    on conflict do nothing`.execute(db);
}

/** Gives up a client's unmarked places in generated sessions of their groups (or of one) after a day. What was marked stays. */
export async function giveUpBookings(
  db: Database,
  { clientId, after, groupIds }: { clientId: string; after: string; groupIds: readonly string[] },
) {
  if (groupIds.length === 0) return;
  await sql`delete from attendance using session where session.organization_id = attendance.organization_id and session.id = attendance.session_id
    and attendance.client_id = ${clientId} and attendance.status = 'booked' and not attendance.make_up and attendance.session_on > ${after}
    and session.meeting_id is not null and session.group_id in (${sql.join(groupIds)})`.execute(db);
}
