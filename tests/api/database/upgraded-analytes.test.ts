import { randomUUID } from 'node:crypto';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { rulesFor } from '#domain/medications/expectation.ts';
import { migrate } from '#server/database/migrate.ts';
import { migrations } from '#server/database/migrations/index.ts';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';
import { recorded } from '#server/database/recorded-migrations.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';

const name = `test_${randomUUID().replaceAll('-', '')}`;
const server = inject('postgres');
const admin = poolAt({ ...server, database: 'postgres' }, 1);
const isBefore = (migration: string): boolean => migration < '0007-analytes-and-medications';

let db: Database;
let clientId: string;
let adjustmentId: string;

/** A clinic of the version before, with a copy of the map that it began with, one medication edited, and codes as its cups print them. */
beforeAll(async () => {
  await admin.query(`create database ${name}`);
  db = databaseOn(poolAt({ ...server, database: name }, 2));
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([migration]) => isBefore(migration)));
  await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(recorded(earlier)) } }).migrateToLatest();
  const { id: organization_id } = await db
    .insertInto('organization')
    .values({ name: 'North', time_zone: 'America/Chicago', settings: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const own = { organization_id };
  const { id: by } = await db
    .insertInto('staff')
    .values({ ...own, name: 'R. Ortiz', role: 'director', user_id: null, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rule = {
    ...own,
    specimen: 'urine-cup' as const,
    panel_id: null,
    expectation: 'should-show' as const,
    appears_after_days: 1,
    clears_after_days: 4,
  };
  await db
    .insertInto('expectation_rule')
    .values([
      { ...rule, medication: 'oxycodone', analyte: 'OXY' },
      { ...rule, medication: 'suboxone', analyte: 'BUP' },
      { ...rule, medication: 'methadone', analyte: 'MTD', clears_after_days: 21 },
      { ...rule, medication: 'fentanyl patch', analyte: 'FYL' },
    ])
    .execute();
  await db
    .insertInto('expectation_edit')
    .values({ ...own, version: 1, medication: 'methadone', was: '[]', became: '[]', because: 'Our laboratory', by })
    .execute();
  clientId = (
    await db
      .insertInto('client')
      .values({ ...own, chart_number: 'N-1', first_name: 'Ana', last_name: 'Lopez' })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
  const of = { ...own, client_id: clientId };
  await db
    .insertInto('medication')
    .values({ ...of, name: 'OxyContin', dose: null, started_on: day('2026-07-01'), ended_on: null })
    .execute();
  await db
    .insertInto('reading_window')
    .values({
      ...of,
      analyte: 'FYL',
      kind: 'carry-over',
      basis: 'Daily use',
      from_on: day('2026-07-01'),
      to_on: day('2026-07-20'),
      set_by: by,
    })
    .execute();
  const at = '2026-07-02T12:00:00.000Z' as never;
  const { id: screen_id } = await db
    .insertInto('screen')
    .values({
      ...of,
      scheduled: true,
      outcome: 'collected',
      specimen: 'urine-cup',
      validity: 'valid',
      collected_on: day('2026-07-02'),
      source: 'logged',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  adjustmentId = (
    await db
      .insertInto('adjustment')
      .values({
        ...of,
        number: 1,
        trigger: 'screen',
        screen_id,
        analytes: ['FYL', 'COC', 'FEN'],
        opened_at: at,
        talk_due_at: at,
        sign_due_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
  await db
    .insertInto('adjustment_result')
    .values(['FYL', 'COC', 'FEN'].map((analyte) => ({ ...own, adjustment_id: adjustmentId, screen_id, analyte })))
    .execute();
  await migrate(db);
});
afterAll(async () => {
  await db.destroy();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
});

test('the whole map is there, with what the program itself decided of a medication', async () => {
  const map = await expectationRules(db);
  expect(rulesFor({ name: 'OxyContin' }, map).map(({ analyte }) => analyte)).toContain('OXM');
  expect(rulesFor({ name: 'Suboxone' }, map).map(({ medication }) => medication)).not.toContain('suboxone');
  expect(rulesFor({ name: 'methadone' }, map)).toMatchObject([{ analyte: 'MTD', clearsAfterDays: 21 }]);
  expect(rulesFor({ name: 'fentanyl patch' }, map)).toMatchObject([{ medication: 'fentanyl patch', analyte: 'FEN' }]);
});

test('a list that was the program’s record goes on explaining results', async () => {
  expect((await medicationsOf(db, [clientId])).get(clientId)).toMatchObject([{ name: 'OxyContin', verified: { until: null } }]);
});

test('what was kept under two codes of one drug is kept under one', async () => {
  const adjustment = await db.selectFrom('adjustment').select('analytes').where('id', '=', adjustmentId).executeTakeFirstOrThrow();
  const answered = await db
    .selectFrom('adjustment_result')
    .select('analyte')
    .where('adjustment_id', '=', adjustmentId)
    .orderBy('analyte')
    .execute();
  const windows = await db.selectFrom('reading_window').select('analyte').where('client_id', '=', clientId).execute();
  expect([adjustment.analytes, answered.map(({ analyte }) => analyte), windows.map(({ analyte }) => analyte)]).toEqual([
    ['FEN', 'COC'],
    ['COC', 'FEN'],
    ['FEN'],
  ]);
});
