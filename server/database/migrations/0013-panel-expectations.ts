import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await byPanel(db);
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
