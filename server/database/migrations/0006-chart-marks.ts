import { sql, type Kysely } from 'kysely';
import { tenantTable } from './baseline/row-level-security.ts';

/** What people say on the charts of their programs, and the limits that a chart keeps until they do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true)`.execute(db);
  await marks(db);
  await baselines(db);
}

/**
 * A note at a week of a measure, or the week from which on its process was said to run differently, with what its chart said then. The chart is that
 * of some programs together, at one site or all.
 */
async function marks(db: Kysely<unknown>): Promise<void> {
  await sql`create table chart_mark (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    program_ids uuid[] not null check (cardinality(program_ids) > 0),
    site_id uuid,
    measure text not null,
    kind text not null check (kind in ('note', 'rebase')),
    week date not null check (extract(isodow from week) = 1),
    text text not null check (length(text) between 1 and 500),
    signal_rule text,
    signal_side text check (signal_side in ('above', 'below')),
    signal_points integer,
    by uuid not null,
    at timestamptz not null default now(),
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    withdrawn_because text check (length(withdrawn_because) between 1 and 500),
    primary key (organization_id, id),
    foreign key (organization_id, site_id) references site,
    foreign key (organization_id, by) references staff,
    foreign key (organization_id, withdrawn_by) references staff,
    check ((kind = 'rebase') = (signal_rule is not null and signal_side is not null and signal_points is not null)),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null))
  )`.execute(db);
  await sql`create index chart_mark_programs on chart_mark using gin (program_ids)`.execute(db);
  await tenantTable(db, 'chart_mark');
}

/** The limits of a stretch of one chart, worked out from its first periods and kept. */
async function baselines(db: Kysely<unknown>): Promise<void> {
  await sql`create table chart_baseline (
    organization_id uuid not null references organization,
    chart text not null,
    measure text not null,
    from_on date not null,
    to_on date not null check (to_on >= from_on),
    period_weeks smallint not null check (period_weeks in (1, 4, 13)),
    mean double precision not null,
    sigma double precision,
    kept_on date not null,
    primary key (organization_id, chart, measure, from_on)
  )`.execute(db);
  await tenantTable(db, 'chart_baseline', { grants: ['select', 'insert', 'delete'] });
}
