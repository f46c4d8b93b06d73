import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await byPanel(db);
  await ends(db);
  await references(db);
}

/** A row of the map may be for one panel: it wins there over the row for any panel of its specimen, which has none. */
async function byPanel(db: Kysely<unknown>): Promise<void> {
  await sql`alter table expectation_rule
    add column id uuid not null default gen_random_uuid(),
    add column panel_id uuid,
    add foreign key (organization_id, panel_id) references panel (organization_id, id),
    drop constraint expectation_rule_pkey,
    add primary key (organization_id, id),
    add constraint one_rule_a_panel unique nulls not distinct (organization_id, medication, analyte, specimen, panel_id)`.execute(db);
}

/** A last day that was still to come when it was said is looked at when it comes. Those already said are not forgotten. */
async function ends(db: Kysely<unknown>): Promise<void> {
  await sql`alter table medication add column ends_ahead_on date`.execute(db);
  await sql`update medication set ends_ahead_on = ended_on where ended_on >= now()::date and withdrawn_at is null`.execute(db);
  await sql`create index medication_ends_ahead on medication (organization_id, ends_ahead_on) where ends_ahead_on is not null`.execute(db);
}

const wherever = [
  ['attendance_change', 'client_id'],
  ['episode_reopening', 'episode_id'],
  ['handover', 'episode_id'],
  ['medication_edit', 'medication_id'],
  ['not_double', 'other_id'],
  ['reading_review', 'medication_id'],
  ['reading_review', 'screen_id'],
  ['screen_batch', 'session_id'],
  ['screen_slot', 'client_id'],
] as const;

const whereSaid = [
  ['adjustment', 'screen_id'],
  ['attendance', 'makes_up'],
  ['attendance_change', 'makes_up'],
  ['client', 'superseded_by'],
  ['reading_review_answer', 'amended_by'],
  ['safety_concern', 'screen_id'],
  ['snooze', 'adjustment_id'],
] as const;

/** Whoever takes rows back has the database look for what refers to each: without an index it reads the whole table for every one of them. */
async function references(db: Kysely<unknown>): Promise<void> {
  for (const [table, column] of wherever) await sql`create index on ${sql.id(table)} (organization_id, ${sql.id(column)})`.execute(db);
  for (const [table, column] of whereSaid)
    await sql`create index on ${sql.id(table)} (organization_id, ${sql.id(column)}) where ${sql.id(column)} is not null`.execute(db);
}
