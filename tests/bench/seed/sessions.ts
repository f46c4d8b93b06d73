import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';
import type { Population } from './people.ts';

/** Three group sessions of three hours a week, and everybody's place in those of their stay. Most came; whoever is missing did not come this week. */
export async function addSessions(db: Database, organizationId: string, { missing }: Population): Promise<void> {
  const org = sql`${organizationId}::uuid`;
  await sql`drop table if exists bench_session`.execute(db);
  await sql`create temp table bench_session as
    select gen_random_uuid() as id, place.*, on_day::date as session_on
    from bench_place place,
      generate_series((select min(opened_on) from bench_stay)::timestamp, current_date - 1, interval '1 day') on_day
    where extract(isodow from on_day) in (1, 3, 5)`.execute(db);
  await sql`insert into session (organization_id, id, program_id, site_id, group_id, leader_id, service, title, session_on, starts_at, ends_at, break_minutes)
    select ${org}, id, program_id, site_id, group_id, therapist_id, 'group', 'Group', session_on,
      (session_on + time '09:00') at time zone 'America/Chicago', (session_on + time '12:15') at time zone 'America/Chicago', 15 from bench_session`.execute(
    db,
  );
  const status = missing
    ? sql`case when session_on > current_date - 8 then 'absent' when h < 90 then 'present' else 'excused' end`
    : sql`case when h < 82 then 'present' when h < 87 then 'late' when h < 89 then 'left-early' when h < 96 then 'absent' else 'excused' end`;
  await sql`insert into attendance (organization_id, session_id, client_id, session_on, status, minutes)
    select ${org}, session_id, client_id, session_on, status, case status when 'present' then 180 when 'late' then 160 when 'left-early' then 120 end
    from (select *, ${status} as status from (
      select held.id as session_id, stay.client_id, held.session_on, (stay.n * 37 + extract(doy from held.session_on)::int * 11) % 100 as h
      from bench_stay stay join bench_session held on held.group_id = stay.group_id and held.session_on between stay.opened_on and stay.last_on) marked) told`.execute(
    db,
  );
}
