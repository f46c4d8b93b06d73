import { sql, type Kysely } from 'kysely';
import { appendOnly, enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table adjustment (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    number integer not null,
    trigger text not null check (trigger in ('screen', 'own-report', 'collateral', 'missed-care', 'instrument', 'team')),
    about text,
    screen_id uuid,
    analytes text[] not null default '{}',
    specimen_not_valid boolean not null default false,
    opened_at timestamptz not null,
    talk_due_at timestamptz not null,
    sign_due_at timestamptz not null,
    checked text check (checked in ('go-ahead', 'send-to-lab')),
    talked_at timestamptz,
    talk_method text,
    own_words text,
    own_words_exportable boolean not null default false,
    safety_today text check (safety_today in ('checked-no-concern', 'on-call-told', 'not-asked')),
    naloxone text check (naloxone in ('has-it', 'given-today', 'declined', 'not-discussed')),
    explained_at timestamptz,
    explanation text,
    signed_at timestamptz,
    signed_by uuid,
    no_change_reason text,
    client_view text check (client_view in ('agrees', 'agrees-in-part', 'not-yet')),
    follow_up_on date,
    follow_up_by uuid,
    better_looks_like text,
    outcome text check (outcome in ('improved', 'same', 'needs-more', 'unclear')),
    outcome_at timestamptz,
    outcome_note text,
    amended_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, client_id, number),
    check (signed_at is null or (client_view is not null and naloxone is not null)),
    check (explained_at is null or explanation is not null),
    check (outcome is null or signed_at is not null),
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, screen_id) references screen (organization_id, id)
  )`.execute(db);
  await sql`create unique index one_adjustment_a_screen on adjustment (organization_id, screen_id) where screen_id is not null`.execute(db);
  await sql`create index on adjustment (organization_id, opened_at)`.execute(db);
  await sql`create table adjustment_change (
    organization_id uuid not null references organization,
    adjustment_id uuid not null,
    position integer not null,
    line text not null,
    what text not null check (length(what) between 1 and 500),
    from_on date not null,
    who uuid not null,
    primary key (organization_id, adjustment_id, position),
    foreign key (organization_id, adjustment_id) references adjustment (organization_id, id)
  )`.execute(db);
  await sql`create table adjustment_result (
    organization_id uuid not null references organization,
    adjustment_id uuid not null,
    screen_id uuid not null,
    analyte text not null,
    attached_at timestamptz not null default now(),
    primary key (organization_id, adjustment_id, screen_id, analyte),
    foreign key (organization_id, adjustment_id) references adjustment (organization_id, id),
    foreign key (organization_id, screen_id) references screen (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'adjustment');
  await enableRowLevelSecurity(db, 'adjustment_change', ['select', 'insert']);
  await enableRowLevelSecurity(db, 'adjustment_result', ['select', 'insert']);
  await sql`create index on adjustment_result (organization_id, screen_id)`.execute(db);
  await endings(db);
  await everyoneNamed(db);
}

/** Ending an episode for safety needs a cause of its own and two people, and waits for an open or fresh answer. No ending names a test. */
async function endings(db: Kysely<unknown>): Promise<void> {
  await sql`create table safety_ending (
    organization_id uuid not null references organization,
    episode_id uuid not null,
    cause text not null check (cause in ('violence', 'threat', 'weapon', 'dealing')),
    narrative text not null check (length(narrative) between 20 and 4000),
    signed_by uuid not null,
    second_signer uuid not null check (second_signer <> signed_by),
    at timestamptz not null default now(),
    primary key (organization_id, episode_id),
    foreign key (organization_id, episode_id) references episode (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'safety_ending', ['select', 'insert']);
  await appendOnly(db, 'safety_ending');
  await sql`create function guard_ending() returns trigger language plpgsql as $$ begin
    if new.closed_because = 'ended-by-program' then
      if not exists (select from safety_ending s where s.organization_id = new.organization_id and s.episode_id = new.id) then
        raise exception 'an episode ended for safety needs a safety record with two signers' using errcode = 'check_violation', constraint = 'safety_record';
      end if;
      if exists (select from adjustment a where a.organization_id = new.organization_id and a.client_id = new.client_id and a.explained_at is null and a.amended_at is null
          and (a.signed_at is null or a.signed_at > request_moment() - interval '72 hours')) then
        raise exception 'an adjustment is open or was signed within 72 hours' using errcode = 'check_violation', constraint = 'answer_first';
      end if;
    end if;
    return new;
  end $$`.execute(db);
  await sql`create trigger guard_ending before insert or update of closed_because on episode for each row execute function guard_ending()`.execute(
    db,
  );
}

/** Whoever is named as having read, signed or agreed is a member of the same organization's staff, and a row about a client is about one of its own. */
async function everyoneNamed(db: Kysely<unknown>): Promise<void> {
  const names = [
    ['safety_ending', 'signed_by', 'staff'],
    ['safety_ending', 'second_signer', 'staff'],
    ['screen', 'read_by', 'staff'],
    ['screen', 'batch_id', 'screen_batch'],
    ['screen_batch', 'signed_by', 'staff'],
    ['screen_reading', 'client_id', 'client'],
    ['attendance', 'recorded_by', 'staff'],
    ['session', 'leader_id', 'staff'],
    ['contact', 'by', 'staff'],
    ['reading_window', 'set_by', 'staff'],
    ['goal_rating', 'client_id', 'client'],
    ['goal_rating', 'rated_by', 'staff'],
    ['safety_concern', 'recorded_by', 'staff'],
    ['snooze', 'by', 'staff'],
    ['snooze', 'adjustment_id', 'adjustment'],
    ['adjustment', 'signed_by', 'staff'],
    ['adjustment', 'follow_up_by', 'staff'],
    ['adjustment_change', 'who', 'staff'],
  ] as const;
  for (const [table, column, of] of names) {
    await sql`alter table ${sql.table(table)} add foreign key (organization_id, ${sql.ref(column)}) references ${sql.table(of)} (organization_id, id)`.execute(
      db,
    );
  }
}
