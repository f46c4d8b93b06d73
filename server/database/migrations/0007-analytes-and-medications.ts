import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';
import { tenantTable } from './baseline/row-level-security.ts';

/** One code for one drug, codes that nobody knows, and medications that were verified or only reported. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await verifiedMedications(db);
  await reportedExpectations(db);
  await programsOwnRules(db);
  await formerCodes(db);
  await unknownCodes(db);
  await offersByImports(db);
}

/** What is on a list before this was part of the program's record, which explained results, and goes on to. */
async function verifiedMedications(db: Kysely<unknown>): Promise<void> {
  await sql`alter table medication
    add column verified_how text check (verified_how in ('bottle', 'pharmacy', 'pdmp', 'prescriber', 'program-record')),
    add column verified_by uuid,
    add column verified_at timestamptz,
    add column verified_until date,
    add constraint medication_verified_check check ((verified_how is null) = (verified_at is null) and (verified_how is not null or (verified_by is null and verified_until is null))),
    add constraint medication_verified_by_fkey foreign key (organization_id, verified_by) references staff`.execute(db);
  await sql`update medication set verified_how = 'program-record', verified_at = started_on::timestamptz`.execute(db);
  await sql`alter table medication_edit drop constraint medication_edit_step_check,
    add constraint medication_edit_step_check check (step in ('added', 'dose', 'stopped', 'corrected', 'withdrawn', 'verified'))`.execute(
    db,
  );
}

async function reportedExpectations(db: Kysely<unknown>): Promise<void> {
  await sql`alter table analyte_result drop constraint analyte_result_expectation_check,
    add constraint analyte_result_expectation_check check (expectation in ('should-show', 'may-show', 'reported', 'wont-show', 'not-known'))`.execute(
    db,
  );
}

/** Copies of the map that a program started with are read from the program's code instead, so that they grow with it. What somebody edited stays. */
async function programsOwnRules(db: Kysely<unknown>): Promise<void> {
  await sql`delete from expectation_rule rule where panel_id is null and medication in (${sql.join(startedWith.map((name) => sql.lit(name)))})
    and not exists (select from expectation_edit edit where edit.organization_id = rule.organization_id and edit.medication = rule.medication)`.execute(
    db,
  );
}

const startedWith =
  `buprenorphine suboxone subutex zubsolv sublocade brixadi methadone amphetamine adderall dextroamphetamine lisdexamfetamine
  vyvanse lorazepam ativan clonazepam klonopin diazepam valium alprazolam xanax oxycodone percocet morphine codeine hydrocodone hydromorphone
  tramadol phenobarbital butalbital fioricet dronabinol gabapentin`.split(/\s+/);

/** Codes under which a drug was kept as if it were another one, and its one code. Results stay as they were printed and are read by it. */
const oneCode: readonly (readonly [former: string, code: string])[] = [
  ['FYL', 'FEN'],
  ['FTY', 'FEN'],
  ['FENT', 'FEN'],
  ['6-AM', '6AM'],
  ['6-MAM', '6AM'],
  ['6MAM', '6AM'],
  ['HER', '6AM'],
  ['MOP', 'MOR'],
  ['TML', 'TRA'],
  ['MTDN', 'MTD'],
  ['MAMP', 'MET'],
  ['METH', 'MET'],
  ['AMPH', 'AMP'],
  ['BZE', 'COC'],
  ['BZD', 'BZO'],
  ['BENZO', 'BZO'],
  ['BARB', 'BAR'],
  ['ETOH', 'ALC'],
];

async function formerCodes(db: Kysely<unknown>): Promise<void> {
  for (const [former, code] of oneCode) {
    await sql`update reading_window set analyte = ${code} where analyte = ${former}`.execute(db);
    await sql`update adjustment set analytes = array(
        select analyte from unnest(array_replace(analytes, ${former}, ${code})) with ordinality as one(analyte, at) group by analyte order by min(at))
      where ${former} = any(analytes)`.execute(db);
    await sql`insert into adjustment_result (organization_id, adjustment_id, screen_id, analyte, attached_at)
      select organization_id, adjustment_id, screen_id, ${code}, attached_at from adjustment_result where analyte = ${former} on conflict do nothing`.execute(
      db,
    );
    await sql`delete from adjustment_result where analyte = ${former}`.execute(db);
    await sql`delete from expectation_rule former where analyte = ${former} and exists (select from expectation_rule rule
      where rule.organization_id = former.organization_id and rule.medication = former.medication and rule.analyte = ${code}
        and rule.specimen = former.specimen and rule.panel_id is not distinct from former.panel_id)`.execute(db);
    await sql`update expectation_rule set analyte = ${code} where analyte = ${former}`.execute(db);
  }
}

/** A code that nobody knows waits for somebody to say which drug it is. What that makes of each screen that has it is fixed with the answer. */
async function unknownCodes(db: Kysely<unknown>): Promise<void> {
  await sql`create table analyte_question (
    organization_id uuid not null references organization,
    code text not null,
    since timestamptz not null,
    analyte text,
    answered_by uuid,
    answered_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, code),
    check ((analyte is null) = (answered_by is null) and (analyte is null) = (answered_at is null)),
    foreign key (organization_id, answered_by) references staff
  )`.execute(db);
  await tenantTable(db, 'analyte_question');
  await sql`create table unknown_code (
    organization_id uuid not null references organization,
    screen_id uuid not null,
    code text not null,
    printed text not null,
    analyte text,
    expectation text check (expectation in ('should-show', 'may-show', 'reported', 'wont-show', 'not-known')),
    expected_because jsonb,
    primary key (organization_id, screen_id, code),
    check ((analyte is null) = (expectation is null)),
    foreign key (organization_id, screen_id) references screen on delete cascade,
    foreign key (organization_id, code) references analyte_question
  )`.execute(db);
  await sql`create index on unknown_code (organization_id, code)`.execute(db);
  await tenantTable(db, 'unknown_code');
}

/** An import of medications offers screens to be read again in the name of nobody. */
async function offersByImports(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reinterpretation alter column offered_by drop not null`.execute(db);
}
