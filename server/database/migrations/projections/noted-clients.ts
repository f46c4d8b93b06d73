import { sql, type Kysely, type RawBuilder } from 'kysely';
import { tenantTable } from '../baseline/row-level-security.ts';

type Source = {
  readonly table: string;
  /** Whose rules read these rows: organizations and clients, from the changed rows of one statement. */
  readonly clients: (changed: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Not to be left to the end of an import. */
  readonly urgent: boolean;
  /** Clients refer to these rows, so that a new row touches nobody yet. */
  readonly referredTo?: true;
};

const own = (changed: RawBuilder<unknown>) => sql`select organization_id, client_id from ${changed}`;

const through = (table: string, key: string) => (changed: RawBuilder<unknown>) =>
  sql`select other.organization_id, other.client_id from ${changed} changed
    join ${sql.table(table)} other on other.organization_id = changed.organization_id and other.${sql.ref(key)} = changed.id`;

const ofResult = (changed: RawBuilder<unknown>) =>
  sql`select other.organization_id, other.client_id from ${changed} changed
    join adjustment other on other.organization_id = changed.organization_id and other.id = changed.adjustment_id`;

const ofGroup = (changed: RawBuilder<unknown>) =>
  sql`${through('group_enrollment', 'group_id')(changed)} union ${through('episode', 'group_id')(changed)}`;

const sources: readonly Source[] = [
  { table: 'client', clients: (changed) => sql`select organization_id, id from ${changed}`, urgent: false },
  { table: 'session', clients: through('attendance', 'session_id'), urgent: false, referredTo: true },
  { table: 'care_group', clients: ofGroup, urgent: false, referredTo: true },
  { table: 'adjustment_result', clients: ofResult, urgent: true },
  { table: 'adjustment', clients: own, urgent: true },
  { table: 'safety_concern', clients: own, urgent: true },
  ...[
    'attendance',
    'contact',
    'episode',
    'goal',
    'goal_rating',
    'group_enrollment',
    'instrument_score',
    'leave_span',
    'payer_authorization',
    'phase_span',
    'prescribed_hours',
    'review',
    'screen',
    'screen_reading',
    'screen_slot',
    'snooze',
  ].map((table) => ({ table, clients: own, urgent: false })),
];

/**
 * Clients whose stored answers are old, with the transaction that made them so. It works them out anew before it commits; an import leaves that
 * to its end. Each transaction notes for itself, so that none waits for another's note.
 */
export async function noteTouchedClients(db: Kysely<unknown>): Promise<void> {
  await sql`create table noted_client (
    organization_id uuid not null references organization,
    client_id uuid not null,
    urgent boolean not null,
    noted_by xid8 not null default pg_current_xact_id(),
    primary key (organization_id, client_id, noted_by, urgent)
  )`.execute(db);
  await sql`create index on noted_client (noted_by)`.execute(db);
  await tenantTable(db, 'noted_client', { grants: ['select', 'insert', 'update', 'delete'] });
  for (const source of sources) await noteChangesOf(db, source);
}

async function noteChangesOf(db: Kysely<unknown>, { table, clients, urgent, referredTo }: Source): Promise<void> {
  const note = (changed: string) => sql`insert into noted_client (organization_id, client_id, urgent)
      select distinct touched.organization_id, touched.client_id, ${sql.lit(urgent)}
      from (${clients(sql.table(changed))}) touched(organization_id, client_id) on conflict do nothing`;
  const name = sql.id(`note_clients_of_${table}`);
  await sql`create function ${name}() returns trigger language plpgsql as $$ begin
    if tg_op <> 'DELETE' then
      ${note('new_rows')};
    end if;
    if tg_op <> 'INSERT' then
      ${note('old_rows')};
    end if;
    return null;
  end $$`.execute(db);
  for (const [event, referencing] of [
    ...(referredTo === true ? [] : ([['insert', 'new table as new_rows']] as const)),
    ['update', 'old table as old_rows new table as new_rows'],
    ['delete', 'old table as old_rows'],
  ] as const)
    await sql`create trigger ${sql.id(`note_clients_on_${event}`)} after ${sql.raw(event)} on ${sql.table(table)}
      referencing ${sql.raw(referencing)} for each statement execute function ${name}()`.execute(db);
}
