import { sql, type Kysely } from 'kysely';
import { appRole } from '../../roles.ts';
import { tenantTable } from './row-level-security.ts';

export async function createScreenPlans(db: Kysely<unknown>): Promise<void> {
  await panels(db);
  await plans(db);
  await slots(db);
  await draws(db);
}

async function panels(db: Kysely<unknown>): Promise<void> {
  await sql`create table panel (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null,
    specimen text not null,
    analytes text[] not null check (cardinality(analytes) between 1 and 40),
    read_from_minutes integer not null default 5,
    read_until_minutes integer not null default 8,
    primary key (organization_id, id),
    unique (organization_id, name)
  )`.execute(db);
  await tenantTable(db, 'panel');

  await sql`create table panel_lot (
    organization_id uuid not null references organization,
    panel_id uuid not null,
    lot text not null,
    expires_on date not null,
    primary key (organization_id, panel_id, lot),
    foreign key (organization_id, panel_id) references panel
  )`.execute(db);
  await tenantTable(db, 'panel_lot');
}

/** What was decided of a client's testing, one row a change: the latest that has begun holds. Without a rate the program's plan holds. */
async function plans(db: Kysely<unknown>): Promise<void> {
  await sql`create table screen_plan (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    version integer not null check (version > 0),
    per_week numeric(3, 1) check (per_week between 0 and 7),
    max_gap_days integer check (max_gap_days between 1 and 90),
    panel_id uuid,
    why text check (length(why) between 1 and 500),
    from_on date not null,
    set_by uuid not null,
    set_at timestamptz not null default now(),
    primary key (organization_id, id),
    unique (organization_id, client_id, version),
    check ((per_week is null) = (max_gap_days is null)),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, panel_id) references panel,
    foreign key (organization_id, set_by) references staff
  )`.execute(db);
  await tenantTable(db, 'screen_plan', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}

/** A screen that is due, because the schedule drew the day or because somebody requested it. Nobody learns of it before it opens. */
async function slots(db: Kysely<unknown>): Promise<void> {
  // Whether a session can be taken away must not tell whether a slot waits in it: the slot goes on without its session.
  await sql`create table screen_slot (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    session_id uuid,
    due_on date not null,
    opens_at timestamptz not null,
    reason text not null default 'scheduled' check (reason in ('scheduled', 'for-cause', 'one-off')),
    requested_by uuid,
    requested_at timestamptz,
    why text check (length(why) between 1 and 500),
    panel_id uuid,
    plan_id uuid,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    primary key (organization_id, id),
    check ((reason = 'scheduled') = (requested_by is null) and (requested_by is null) = (requested_at is null)),
    check (reason <> 'for-cause' or why is not null),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or reason <> 'scheduled')),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, session_id) references session on delete set null (session_id),
    foreign key (organization_id, panel_id) references panel,
    foreign key (organization_id, plan_id) references screen_plan,
    foreign key (organization_id, requested_by) references staff,
    foreign key (organization_id, withdrawn_by) references staff
  )`.execute(db);
  // A screen that somebody requests must not be refused because the schedule has one of that day.
  await sql`create unique index one_scheduled_slot_a_day on screen_slot (organization_id, client_id, due_on) where reason = 'scheduled'`.execute(
    db,
  );
  await sql`create index on screen_slot (organization_id, client_id)`.execute(db);
  await sql`create index on screen_slot (organization_id, session_id)`.execute(db);
  await sql`create index on screen_slot (organization_id, due_on)`.execute(db);
  await tenantTable(db, 'screen_slot', { grants: ['select', 'insert', 'update', 'delete'], ofClient: true });
  await sql`create function default_opens_at() returns trigger language plpgsql as $$
    begin
      if new.opens_at is null then
        new.opens_at := new.due_on::timestamp at time zone (select time_zone from organization where id = new.organization_id);
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger default_opens_at before insert on screen_slot for each row execute function default_opens_at()`.execute(db);
}

/** Each day that was decided for a client, drawn or not, so that it is decided once, and so that the chances can be checked afterwards. */
async function draws(db: Kysely<unknown>): Promise<void> {
  await sql`create table screen_draw (
    organization_id uuid not null references organization,
    client_id uuid not null,
    on_day date not null,
    plan_id uuid,
    chance numeric(6, 5) not null check (chance between 0 and 1),
    because text not null check (because in ('chance', 'maximum-gap', 'gap-passed')),
    drawn boolean not null,
    drawn_at timestamptz not null,
    primary key (organization_id, client_id, on_day),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, plan_id) references screen_plan
  )`.execute(db);
  await tenantTable(db, 'screen_draw', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}

/** What was requested, or was open already, is history; only a slot that nobody could know of is taken back. Waits for `screen`. */
export async function guardHiddenSlots(db: Kysely<unknown>): Promise<void> {
  await sql`create policy delete_hidden_only on screen_slot as restrictive for delete to ${sql.id(appRole)}
    using (reason = 'scheduled' and not exists (
      select from screen where screen.organization_id = screen_slot.organization_id and screen.slot_id = screen_slot.id))`.execute(db);
}
