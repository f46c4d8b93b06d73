import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';

const everyDays = 5;
const analytes = ['AMP', 'BAR', 'BUP', 'BZO', 'COC', 'FEN', 'MDMA', 'MET', 'MTD', 'OPI', 'OXY', 'THC'];
const plain = JSON.stringify(Object.fromEntries(analytes.map((analyte) => [analyte, 'as-expected'])));

/** A slot every five days of each stay, what came of it, every line of every cup, and what the rules said: one cup in ten holds what nobody prescribed. */
export async function addScreens(db: Database, organizationId: string): Promise<void> {
  const org = sql`${organizationId}::uuid`;
  await sql`drop table if exists bench_screen`.execute(db);
  await sql`create temp table bench_screen as
    select gen_random_uuid() as slot_id, gen_random_uuid() as screen_id, client_id, therapist_id, due_on, outcome, outcome = 'collected' as collected,
      case when outcome <> 'collected' or u >= 10 then '{}'::text[] when u < 7 then '{COC}'::text[] else '{FEN}'::text[] end as found
    from (select *, case when h < 78 then 'collected' when h < 90 then 'not-collected' when h < 93 then 'declined' when h < 95 then 'unable' when h < 99 then 'excused' else 'cancelled-by-program' end as outcome
      from (select stay.client_id, stay.therapist_id, stay.opened_on + k * ${everyDays}::int as due_on, (stay.n * 53 + k * 29) % 100 as h, (stay.n * 17 + k * 71) % 100 as u
        from bench_stay stay, generate_series(0, 29) k where stay.opened_on + k * ${everyDays}::int < least(stay.last_on, current_date - 4)) slot) told`.execute(
    db,
  );
  await sql`insert into screen_slot (organization_id, id, client_id, due_on, opens_at)
    select ${org}, slot_id, client_id, due_on, due_on::timestamp at time zone 'America/Chicago' from bench_screen`.execute(db);
  await sql`insert into screen (organization_id, id, client_id, slot_id, scheduled, outcome, specimen, validity, temperature_in_range, panel_id, collected_on, collected_at, received_at, source)
    select ${org}, screen_id, client_id, slot_id, true, outcome, case when collected then 'urine-cup' end, case when collected then 'valid' end, case when collected then true end,
      case when collected then (select id from panel where organization_id = ${org} and name = '12-panel cup') end, due_on,
      case when collected then (due_on + time '09:20') at time zone 'America/Chicago' end, (due_on + time '09:30') at time zone 'America/Chicago', 'logged' from bench_screen`.execute(
    db,
  );
  await sql`insert into analyte_result (organization_id, screen_id, analyte, result, expectation)
    select ${org}, screen_id, analyte, case when analyte = any(found) then 'presumptive-positive' else 'negative' end, 'wont-show'
    from bench_screen, unnest(${sql.val(analytes)}::text[]) analyte where collected`.execute(db);
  await sql`insert into screen_reading (organization_id, screen_id, client_id, rule_version, interpretable, as_expected, negative, unexpected, findings)
    select ${org}, screen_id, client_id, 1, true, found = '{}', found = '{}', found,
      ${plain}::jsonb || case when found = '{}' then '{}'::jsonb else jsonb_build_object(found[1], 'unexpected-positive') end
    from bench_screen where collected`.execute(db);
  await addAnswers(db, organizationId);
}

/** Each of those cups asked for an answer; most had one within three days, and the latest wait. */
async function addAnswers(db: Database, organizationId: string): Promise<void> {
  const org = sql`${organizationId}::uuid`;
  await sql`drop table if exists bench_adjustment`.execute(db);
  await sql`create temp table bench_adjustment as
    select gen_random_uuid() as id, *, case when due_on < current_date - 14 then opened_at + make_interval(hours => 4 + (number * 13) % 96) end as signed_at
    from (select screen_id, client_id, therapist_id, due_on, found, row_number() over (partition by client_id order by due_on)::int as number,
      (due_on + time '09:30') at time zone 'America/Chicago' as opened_at from bench_screen where found <> '{}') opened`.execute(db);
  await sql`insert into adjustment (organization_id, id, client_id, number, trigger, screen_id, analytes, opened_at, talk_due_at, sign_due_at, talked_at, talk_method, naloxone, signed_at, signed_by,
      no_change_reason, client_view, outcome, outcome_at)
    select ${org}, id, client_id, number, 'screen', screen_id, found, opened_at, opened_at + interval '1 day', opened_at + interval '3 days', signed_at - interval '1 hour',
      case when signed_at is not null then 'in person' end, case when signed_at is not null then 'has-it' end, signed_at, case when signed_at is not null then therapist_id end,
      case when signed_at is not null then 'Talked about what helps.' end, case when signed_at is not null then 'agrees' end,
      case when signed_at is not null then 'same' end, signed_at + interval '10 days' from bench_adjustment`.execute(db);
  await sql`insert into adjustment_result (organization_id, adjustment_id, screen_id, analyte, attached_at) select ${org}, id, screen_id, found[1], opened_at from bench_adjustment`.execute(
    db,
  );
}
