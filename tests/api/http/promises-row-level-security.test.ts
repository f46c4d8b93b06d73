import { inside } from '#kit/world.ts';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aCase, aSignature, aTalk } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { aSession, aSlot } from '#kit/sessions.ts';
import { aClinic, ask, asSouth, entries, goodAsks, type Clinic } from './promises-world.ts';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await aClinic();
  const south = asSouth(clinic);
  for (const { action } of entries) for (const one of await goodAsks(south, action)) await ask(south.world, one);
});
afterAll(() => clinic.world.drop());

const inNorth = <T>(statement: RawBuilder<T>) => inside(clinic.world, async (db) => (await statement.execute(db)).numAffectedRows ?? 0n);

async function tablesOfClinics(): Promise<string[]> {
  // A partition is reached through its table alone.
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname = 'organization_id' and c.relname <> 'setup_link' order by 1`.execute(clinic.world.db);
  return rows.map(({ name }) => name);
}

const refusedOrNothing = async (work: Promise<bigint>): Promise<string> =>
  work.then(
    (count) => (count === 0n ? 'nothing' : `${count} rows`),
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

test('in no table can rows of another organization be read, changed, taken away or taken over', async () => {
  const { organizationId: theirs } = clinic.south;
  const tables = await tablesOfClinics();
  expect(tables.length).toBeGreaterThan(25);
  for (const name of tables) {
    const table = sql.table(name);
    const found = await inside(clinic.world, (db) => sql`select from ${table} where organization_id = ${theirs}`.execute(db));
    const attempts = [
      await refusedOrNothing(
        inNorth(sql`update ${table} set organization_id = ${clinic.world.organizationId} where organization_id = ${theirs}`),
      ),
      await refusedOrNothing(inNorth(sql`delete from ${table} where organization_id = ${theirs}`)),
    ];
    expect([name, found.rows.length]).toEqual([name, 0]);
    for (const attempt of attempts)
      expect([name, attempt]).toEqual([name, expect.stringMatching(/^nothing$|permission denied|keeps every row/)]);
  }
});

test('in no table can a row be written for another organization, or moved to it', async () => {
  for (const name of await tablesOfClinics()) {
    const table = sql.table(name);
    const row = JSON.stringify({ organization_id: clinic.south.organizationId });
    const written = inNorth(
      sql`insert into ${table} overriding user value select * from jsonb_populate_record(null::${table}, ${row}::jsonb)`,
    );
    expect([name, await refusedOrNothing(written)]).toEqual([name, expect.stringMatching(/row-level security|permission denied/)]);
    const moved = inNorth(sql`update ${table} set organization_id = ${clinic.south.organizationId}`);
    expect([name, await refusedOrNothing(moved)]).toEqual([
      name,
      expect.stringMatching(/^nothing$|row-level security|permission denied|keeps every row/),
    ]);
  }
});

test('every link between two rows of clinics carries the organization, so that none leads across', async () => {
  const { rows } = await sql<{ link: string; carries: boolean }>`
    select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) as link,
      (select attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) = 'organization_id'
      and (select attname from pg_attribute a where a.attrelid = c.confrelid and a.attnum = c.confkey[1]) = 'organization_id' as carries
    from pg_constraint c where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
      and c.confrelid not in ('organization'::regclass, 'sign_in_user'::regclass)`.execute(clinic.world.db);
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(({ carries }) => !carries)).toEqual([]);
});

test('a row of one organization can’t be tied to a client, session, slot or screen of another, whatever code does', async () => {
  const { world } = clinic;
  const south = asSouth(clinic);
  const { clientId, screenId, episodeId } = await aCase(south.world);
  const sessionId = await aSession(south.world);
  const slotId = await aSlot(south.world, clientId, sessionId, day('2026-11-21'));
  const own = (await aClient(world)).clientId;
  const ours = { organization_id: world.organizationId };
  const screen = { ...ours, scheduled: false, outcome: 'declined' as const, collected_on: day('2026-11-20'), source: 'logged' as const };
  const due = { opened_at: '2026-11-20T10:00:00.000Z', talk_due_at: '2026-11-21T10:00:00.000Z', sign_due_at: '2026-11-22T10:00:00.000Z' };
  const inserts: readonly (readonly [string, Record<string, unknown>])[] = [
    ['screen', { ...screen, client_id: clientId }],
    ['screen', { ...screen, client_id: own, session_id: sessionId }],
    ['screen', { ...screen, client_id: own, slot_id: slotId }],
    ['screen', { ...screen, client_id: own, amends_id: screenId, amended_because: 'other' }],
    ['screen', { ...screen, client_id: own, panel_id: clinic.southPanelId }],
    ['analyte_result', { ...ours, screen_id: screenId, analyte: 'THC', result: 'negative', expectation: 'not-known' }],
    ['screen_slot', { ...ours, client_id: clientId, due_on: '2026-11-19' }],
    ['attendance', { ...ours, session_id: sessionId, client_id: own, session_on: '2026-11-22', status: 'booked' }],
    ['adjustment', { ...ours, ...due, client_id: clientId, number: 1, trigger: 'team' }],
    ['adjustment', { ...ours, ...due, client_id: own, number: 1, trigger: 'screen', screen_id: screenId }],
    ['episode', { ...ours, client_id: clientId, program_id: world.programId, opened_on: '2026-11-19' }],
    [
      'episode',
      {
        ...ours,
        client_id: own,
        program_id: clinic.south.programId,
        opened_on: '2026-11-19',
        closed_on: '2026-11-20',
        closed_because: 'died',
      },
    ],
    ['contact', { ...ours, client_id: clientId, at: due.opened_at, method: 'phone', two_way: true, by: world.staff.therapist.staffId }],
    ['staff_program', { ...ours, staff_id: clinic.south.staff.therapist.staffId, program_id: world.programId }],
    [
      'safety_discharge',
      {
        ...ours,
        episode_id: episodeId,
        cause: 'threat',
        narrative: 'What happened, as those who were there told it.',
        signed_by: world.staff.therapist.staffId,
        second_signer: world.staff.director.staffId,
      },
    ],
  ];
  for (const [table, row] of inserts) {
    const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
    const statement = sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`;
    expect([table, row, await refusedOrNothing(inNorth(statement))]).toEqual([
      table,
      row,
      expect.stringContaining('foreign key constraint'),
    ]);
  }
});

test('a follow-up or a change can’t be given to somebody of another organization', async () => {
  const one = await aCase(clinic.world);
  await one.send('talk', aTalk(), 1);
  const stranger = clinic.south.staff.therapist.staffId;
  const followed = await one.send('signature', aSignature(clinic.world, { followUpBy: stranger }), 2);
  const changes = [{ line: 'add-group', what: 'Saturday group', fromOn: '2026-11-28', who: stranger }];
  const changed = await one.send('signature', aSignature(clinic.world, { changes }), 2);
  expect([followed.status, changed.status]).toEqual([400, 400]);
});
