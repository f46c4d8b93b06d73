import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourcesOf, type Source } from '#kit/sources.ts';
import { tableWritesIn } from '#kit/table-writes.ts';

/** The room of each table: its noun's folder under server/. Nobody else writes it. */
const tablesOf: Readonly<Record<string, readonly string[]>> = {
  adjustments: ['adjustment', 'adjustment_change', 'adjustment_result', 'result_contact', 'result_correction'],
  attendance: ['attendance', 'attendance_change'],
  'care-plan': ['goal', 'goal_rating', 'instrument_score', 'review'],
  caseload: ['client_good_news', 'client_task', 'snooze'],
  clients: ['client', 'client_change', 'client_identifier', 'contact', 'contact_line', 'not_duplicate', 'possible_duplicate'],
  cohort: ['chart_baseline', 'chart_mark', 'client_week'],
  coverage: ['coverage', 'handover'],
  'drug-screens': [
    'analyte_question',
    'analyte_result',
    'panel',
    'panel_lot',
    'reading_window',
    'screen',
    'screen_batch',
    'screen_reading',
    'unknown_code',
  ],
  episodes: [
    'ending_request',
    'episode',
    'episode_reopening',
    'leave_span',
    'level_span',
    'payer_authorization',
    'prescribed_hours',
    'utilization_review',
  ],
  http: ['audit_event', 'audit_event_default', 'change_mark', 'idempotency_record'],
  identity: [
    'setup_link',
    'sign_in_account',
    'sign_in_rate',
    'sign_in_session',
    'sign_in_user',
    'sign_in_verification',
    'staff',
    'staff_program',
  ],
  imports: ['import_batch', 'import_row', 'import_source'],
  medications: ['expectation_edit', 'expectation_rule', 'medication', 'medication_edit', 'reinterpretation', 'reinterpretation_answer'],
  phases: ['phase_span'],
  projections: ['client_projection', 'noted_client', 'noted_identity'],
  programs: ['organization', 'program', 'site'],
  safety: ['safety_concern', 'safety_discharge'],
  scheduling: ['care_group', 'closure', 'group_enrollment', 'meeting', 'session'],
  'screen-plans': ['screen_draw', 'screen_plan', 'screen_slot'],
};

/** What the database's own functions write, and no file here. */
const writtenByFunctions: readonly string[] = ['client_merge', 'client_merge_part', 'client_name_key', 'projection_basis'];

/** Not among the clinic's tables: what the database keeps about its own migrations. */
const ofTheDatabase: readonly string[] = ['migration_checksum'];

const roomOf = new Map(Object.entries(tablesOf).flatMap(([room, tables]) => tables.map((table) => [table, room] as const)));

const tablesOfSchema = [...readFileSync('tests/api/database/schema.snapshot.txt', 'utf8').matchAll(/^table (\w+),/gm)].map(
  ([, table = '']) => table,
);

test('every table of the schema has one room, and every room is there', () => {
  expect(tablesOfSchema.length).toBeGreaterThan(50);
  const listed = [...Object.values(tablesOf).flat(), ...writtenByFunctions];
  expect(listed.toSorted()).toEqual(tablesOfSchema.toSorted());
  expect(Object.keys(tablesOf).filter((room) => !existsSync(`server/${room}`))).toEqual([]);
});

/** Migrations make every table, and functions such as undo_import and the merge of charts, which reach across the rooms in one statement. */
const server = sourcesOf(['server'], /\.ts$/).filter(({ path }) => !path.startsWith('server/database/migrations/'));

/** The steps of a request and the mechanism of many rows belong to no noun, so they have no stores. */
const mechanisms: readonly string[] = ['database', 'http'];

function trespassesIn(among: readonly Source[]): string[] {
  return among.flatMap(tableWritesIn).flatMap(({ path, table }) => {
    const room = path.split('/')[1] ?? '';
    if (table === null) return path.startsWith('server/database/') ? [] : [`${path} writes a table that it doesn’t name`];
    const owner = ofTheDatabase.includes(table) ? 'database' : roomOf.get(table);
    if (owner !== room) return [`${path} writes ${table}, which belongs to ${owner ?? 'nobody'}`];
    return mechanisms.includes(room) || /\.(store|projection)\.ts$/.test(path) ? [] : [`${path} writes ${table} outside a store`];
  });
}

test('a table is written in its noun’s folder and only by a store or a projection', () => {
  expect(server.flatMap(tableWritesIn).length).toBeGreaterThan(100);
  expect([...new Set(trespassesIn(server))]).toEqual([]);
});

test.each([
  ['imports/verdicts/screens.ts', "await insertRows(db, 'screen', screens);"],
  ['jobs/end-medications.ts', "await db.updateTable('medication').set(row).execute();"],
  ['coverage/coverage.store.ts', "await db.updateTable('episode as e').set(row).execute();"],
  ['imports/imports.store.ts', "db.insertInto('audit_event').values(event);"],
  ['imports/changes.store.ts', 'await sql`insert into ${sql.table(table)} (${columns}) values (${row})`.execute(db);'],
  ['medications/medications.store.ts', 'await sql<{ id: string }>`update safety_concern as c set closed_at = ${now}`.execute(db);'],
  ['scheduling/sessions.store.ts', 'await sql`with gone as (delete from attendance returning id) select * from gone`.execute(db);'],
  ['clients/clients.store.ts', "await updateFields(db, 'episode', key, fields, { counted: true });"],
  ['clients/clients.store.ts', "await sql.raw('truncate client_merge').execute(db);"],
])('the guard sees that %s reaches into another room: %s', (path, text) => {
  expect(trespassesIn([{ path: `server/${path}`, text }])).toHaveLength(1);
});

test.each([
  ['adjustments/sign-adjustment.command.ts', "await db.insertInto('adjustment_change').values(rows).execute();"],
  ['screen-plans/draw-chance.ts', "await db.deleteFrom('screen_draw').execute();"],
  ['medications/medications.rows.ts', 'await sql`update medication set ends_ahead_on = null`.execute(db);'],
])('the guard sees that %s writes without a store: %s', (path, text) => {
  expect(trespassesIn([{ path: `server/${path}`, text }])).toHaveLength(1);
});

test.each([
  ['drug-screens/findings.projection.ts', "await db.insertInto('screen_reading').values(rows).execute();"],
  ['drug-screens/screens.rows.ts', 'const locked = await sql`select id from screen for no key update`.execute(db);'],
  ['http/audit-trail.ts', "await db.insertInto('change_mark').values(marks).execute();"],
])('the guard lets %s: %s', (path, text) => {
  expect(trespassesIn([{ path: `server/${path}`, text }])).toEqual([]);
});
