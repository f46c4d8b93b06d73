import { sql, type Kysely } from 'kysely';
import { appendOnly, appRole, enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await plans(db);
  await slots(db);
  await draws(db);
}

/** What was said of a client's testing, one row a change: the latest that has begun holds. Without a rate it says that the program's plan holds. */
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
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, panel_id) references panel (organization_id, id),
    foreign key (organization_id, set_by) references staff (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'screen_plan', ['select', 'insert']);
  await appendOnly(db, 'screen_plan');
}

async function slots(db: Kysely<unknown>): Promise<void> {
  await sql`alter table screen_slot
    add column reason text not null default 'scheduled' check (reason in ('scheduled', 'for-cause', 'one-off')),
    add column opens_at timestamptz,
    add column asked_by uuid,
    add column asked_at timestamptz,
    add column why text check (length(why) between 1 and 500),
    add column panel_id uuid,
    add column plan_id uuid,
    add column withdrawn_at timestamptz,
    add column withdrawn_by uuid,
    add check ((reason = 'scheduled') = (asked_by is null) and (asked_by is null) = (asked_at is null)),
    add check (reason <> 'for-cause' or why is not null),
    add check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or reason <> 'scheduled')),
    add foreign key (organization_id, asked_by) references staff (organization_id, id),
    add foreign key (organization_id, withdrawn_by) references staff (organization_id, id),
    add foreign key (organization_id, panel_id) references panel (organization_id, id),
    add foreign key (organization_id, plan_id) references screen_plan (organization_id, id)`.execute(db);
  // A screen that somebody asks for must not be told apart by whether the schedule has one of that day.
  await sql`alter table screen_slot drop constraint screen_slot_organization_id_client_id_due_on_key`.execute(db);
  await sql`create unique index one_scheduled_slot_a_day on screen_slot (organization_id, client_id, due_on) where reason = 'scheduled'`.execute(
    db,
  );
  // Whether a session can be taken away must not tell whether a slot waits in it.
  await sql`alter table screen_slot drop constraint screen_slot_organization_id_session_id_fkey,
    add foreign key (organization_id, session_id) references session (organization_id, id) on delete set null (session_id)`.execute(db);
  await sql`update screen_slot slot set opens_at = slot.due_on::timestamp at time zone organization.time_zone
    from organization where organization.id = slot.organization_id`.execute(db);
  await sql`create function open_with_the_day() returns trigger language plpgsql as $$ begin
    if new.opens_at is null then
      new.opens_at := new.due_on::timestamp at time zone (select time_zone from organization where id = new.organization_id);
    end if;
    return new;
  end $$`.execute(db);
  await sql`create trigger open_with_the_day before insert on screen_slot for each row execute function open_with_the_day()`.execute(db);
  await sql`alter table screen_slot alter column opens_at set not null`.execute(db);
  await sql`create index on screen (organization_id, slot_id)`.execute(db);
  await sql`grant delete on screen_slot to ${sql.id(appRole)}`.execute(db);
  // What was asked for, or was open already, is history; only a slot that nobody could know of is taken back.
  await sql`create policy hidden_alone on screen_slot as restrictive for delete to ${sql.id(appRole)}
    using (reason = 'scheduled' and not exists (select from screen where screen.organization_id = screen_slot.organization_id and screen.slot_id = screen_slot.id))`.execute(
    db,
  );
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
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, plan_id) references screen_plan (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'screen_draw', ['select', 'insert']);
  await appendOnly(db, 'screen_draw');
}
