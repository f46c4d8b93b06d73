import { sql } from 'kysely';
import type { MeetingTime } from '#domain/scheduling/meetings.ts';
import type { Database } from '#server/database/pool.ts';

/** Whom to add: so many people, in groups of one leader each, whose stays began between these days before today. */
export type Population = {
  readonly name: string;
  readonly people: number;
  readonly groups: number;
  readonly daysBack: { readonly from: number; readonly to: number };
  /** The therapist of all of them by name; null gives each pair of groups one of its own. */
  readonly therapist: string | null;
  /** Whoever has not come to the last sessions is somebody to be called today. */
  readonly missing: boolean;
};

export const stayDays = 147;

const meets: readonly MeetingTime[] = [1, 3, 5].map((weekday) => ({ weekday, startsAt: '09:00', telehealth: false }));

const firsts =
  'Ana Ben Cleo Dev Ewa Finn Gita Hugo Ines Jon Kim Lena Milo Nadia Omar Pia Quinn Rosa Sami Tova Uma Vito Wren Yara Zane'.split(' ');
const lasts =
  'Abbot Brandt Castel Dorsey Evers Falk Gomez Haas Ivanov Jarvis Keller Lopez Moreau Nilsen Ortega Palmer Quist Rojas Silva Turner Ueda Vargas Weiss Young Ziegler'.split(
    ' ',
  );

/** The groups of a crowd and who leads them, in the programs and at the sites of the demonstration, and the stays of its people in a table of this connection's own. */
export async function addPeople(db: Database, organizationId: string, population: Population): Promise<void> {
  const { name, people, groups, daysBack, therapist } = population;
  const org = sql`${organizationId}::uuid`;
  const id = (what: string, number: string) =>
    sql`overlay(overlay(md5(${`${name} ${what} `} || ${sql.raw(number)}) placing '4' from 13) placing '8' from 17)::uuid`;
  await sql`drop table if exists bench_place`.execute(db);
  await sql`create temp table bench_place as
    with programs as (select id, row_number() over (order by name) - 1 as at, count(*) over () as many from program where organization_id = ${org}),
         sites as (select id, row_number() over (order by name) - 1 as at, count(*) over () as many from site where organization_id = ${org})
    select g, ${id('group', 'g')} as group_id, p.id as program_id, s.id as site_id,
      coalesce((select id from staff where organization_id = ${org} and name = ${therapist}), ${id('therapist', '(g / 2)')}) as therapist_id
    from generate_series(0, ${groups - 1}::int) g join programs p on p.at = g % p.many join sites s on s.at = g % s.many`.execute(db);
  if (therapist === null) {
    await sql`insert into staff (organization_id, id, name, role) select distinct ${org}, therapist_id, ${`${name} `} || left(therapist_id::text, 6), 'therapist' from bench_place`.execute(
      db,
    );
    await sql`insert into staff_program (organization_id, staff_id, program_id) select distinct ${org}, therapist_id, program_id from bench_place`.execute(
      db,
    );
  }
  await sql`insert into care_group (organization_id, id, program_id, site_id, name, meets, weekdays)
    select ${org}, group_id, program_id, site_id, ${`${name} `} || g, ${JSON.stringify(meets)}::jsonb, '{1,3,5}' from bench_place`.execute(
    db,
  );

  await sql`drop table if exists bench_stay`.execute(db);
  await sql`create temp table bench_stay as
    select n, ${id('client', 'n')} as client_id, place.*, began as opened_on, least(began + ${stayDays}::int, current_date) as last_on, began + ${stayDays}::int < current_date as closed
    from (select n, current_date - ${daysBack.to}::int - ((n * 7919) % ${daysBack.from - daysBack.to}::int) as began from generate_series(1, ${people}::int) n) stay
    join bench_place place on place.g = n % ${groups}::int`.execute(db);
  // Names are kept for search and order as they are written.
  await sql`set session_replication_role = origin`.execute(db);
  await sql`insert into client (organization_id, id, chart_number, first_name, last_name, born_on)
    select ${org}, client_id, ${name} || n, (${sql.val(firsts)}::text[])[1 + n % ${firsts.length}::int], (${sql.val(lasts)}::text[])[1 + (n / ${firsts.length}::int) % ${lasts.length}::int],
      date '1960-01-01' + ((n * 131) % 15000)::int from bench_stay`.execute(db);
  await sql`set session_replication_role = replica`.execute(db);
  await sql`insert into episode (organization_id, client_id, program_id, site_id, group_id, therapist_id, opened_on, primary_substance, closed_on, closed_because)
    select ${org}, client_id, program_id, site_id, group_id, therapist_id, opened_on, (array['alcohol', 'opioids', 'stimulants', 'cannabis'])[1 + n % 4],
      case when closed then last_on end, case when closed then (array['completed', 'stepped-down', 'chose-to-leave', 'moved-away'])[1 + n % 4] end from bench_stay`.execute(
    db,
  );
  await sql`insert into prescribed_hours (organization_id, client_id, hours_per_week, from_on) select ${org}, client_id, 9, opened_on from bench_stay`.execute(
    db,
  );
  await sql`insert into phase_span (organization_id, client_id, number, name, from_on, to_on)
    select ${org}, client_id, p, (array['Stabilise', 'Build', 'Practise', 'Prepare'])[p], opened_on + (p - 1) * 35, case when p < 4 and opened_on + p * 35 <= last_on then opened_on + p * 35 - 1 end
    from bench_stay, generate_series(1, 4) p where opened_on + (p - 1) * 35 <= last_on`.execute(db);
}
