import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

export type AfterCare = { readonly clientId: string; readonly lastDay: Day };

/**
 * Those of these clients in care nowhere any more who are still booked, enrolled or due a screen after the last day of their last episode, in the order of
 * their ids. A day before another episode is not looked at: what is booked in that one is theirs.
 */
export async function bookedAfterCare(db: Database, clientIds: readonly string[]): Promise<readonly AfterCare[]> {
  const { rows } = await sql<{ client_id: string; last_day: Day }>`with last as (
      select organization_id, client_id, max(closed_on) as last_day from episode where client_id = any (${clientIds}::uuid[])
      group by organization_id, client_id having bool_and(closed_on is not null))
    select client_id, last_day from last where
      exists (select from attendance a where a.organization_id = last.organization_id and a.client_id = last.client_id and a.status = 'booked'
        and a.session_on > last_day)
      or exists (select from screen_slot s where s.organization_id = last.organization_id and s.client_id = last.client_id and s.reason <> 'scheduled'
        and s.withdrawn_at is null and s.due_on > last_day)
      or exists (select from group_enrollment g where g.organization_id = last.organization_id and g.client_id = last.client_id
        and (g.to_on is null or g.to_on > last_day))
    order by client_id`.execute(db);
  return rows.map(({ client_id, last_day }) => ({ clientId: client_id, lastDay: last_day }));
}
