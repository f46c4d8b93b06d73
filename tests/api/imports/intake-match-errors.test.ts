import type { Problem } from '#domain/imports/problems.ts';
import { beforeAll, expect, test } from 'vitest';
import { worldOfFile } from '#kit/world.ts';
import type { Source } from '#server/imports/csv/file-bytes.ts';
import { ana, bring, clientsFile, csv, medicationsFile, screensFile, sessionsFile } from './intake-files.ts';

const world = worldOfFile();

beforeAll(async () => {
  await bring(world, [
    clientsFile(ana, 'C2,Bo,Ray,,2026-06-01,2026-09-01,moved-away'),
    screensFile('U1,C1,2026-07-20,yes,collected,urine-cup,valid,COC,'),
  ]);
});

const clientAt = (column: string, cell: string) =>
  csv('clients.csv', `chart_number,first_name,last_name,opened_on,${column}`, `C7,Jo,Day,2026-06-01,${cell}`);
const cup = 'yes,collected,urine-cup,valid,COC,';

test.each<[string, Source, string | null, Problem]>([
  ['a medication of nobody', medicationsFile('C404,methadone,,2026-06-10,'), 'chart_number', { code: 'unknown-client' }],
  ['a screen of nobody', screensFile(`U9,C404,2026-07-20,${cup}`), 'chart_number', { code: 'unknown-client' }],
  [
    'attendance of nobody',
    sessionsFile('S9,2026-07-20,09:00,12:00,group,Morning,C404,present,'),
    'chart_number',
    { code: 'unknown-client' },
  ],
  ['a collection before the episode opened', screensFile(`U9,C1,2026-05-31,${cup}`), 'date', { code: 'before-opening' }],
  ['a collection after the episode closed', screensFile(`U9,C2,2026-09-02,${cup}`), 'date', { code: 'after-discharge' }],
  [
    'attendance after the episode closed',
    sessionsFile('S9,2026-09-02,09:00,12:00,group,Morning,C2,present,'),
    'date',
    { code: 'after-discharge' },
  ],
  ['a second scheduled screen on one day', screensFile(`U9,C1,2026-07-20,${cup}`), 'date', { code: 'slot-taken' }],
  ['an episode inside another', clientsFile('C1,Ana,Lee,1990-01-01,2026-07-01,,'), 'opened_on', { code: 'overlapping-episode' }],
  ['somebody under 18 in an adult program', clientsFile('C7,Jo,Day,2008-06-02,2026-06-01,,'), 'born_on', { code: 'under-age' }],
  ['a program that is not there', clientAt('program', 'West'), 'program', { code: 'unknown-name', kind: 'program' }],
  ['a therapist who is not there', clientAt('therapist', 'Nobody'), 'therapist', { code: 'unknown-name', kind: 'therapist' }],
  ['a group that is not there', clientAt('group', 'Evening'), 'group', { code: 'unknown-name', kind: 'group' }],
  [
    'a panel that is not there',
    csv(
      'screens.csv',
      'screen_key,chart_number,date,scheduled,outcome,specimen,validity,panel,positive',
      'U9,C1,2026-07-21,yes,collected,urine-cup,valid,Cup 99,',
    ),
    'panel',
    { code: 'unknown-name', kind: 'panel' },
  ],
])('%s is refused', async (_, file, column, problem) => {
  const [report] = await bring(world, [file]);
  expect(report).toMatchObject({ state: 'refused', problems: [{ line: 2, column, ...problem }] });
});

test('the last day of an episode belongs to it, and so does the first', async () => {
  const [report] = await bring(world, [screensFile(`U10,C2,2026-09-01,${cup}`, `U11,C2,2026-06-01,${cup}`)]);
  expect(report).toMatchObject({ state: 'kept', added: 2 });
});

test('somebody of 18 is taken on their birthday', async () => {
  expect(await bring(world, [clientsFile('C8,Jo,Day,2008-06-01,2026-06-01,,')])).toMatchObject([{ state: 'kept', added: 1 }]);
});

test('an adolescent program takes somebody under 18, and with two programs one must be named', async () => {
  await world.db.insertInto('program').values({ organization_id: world.organizationId, name: 'Young', population: 'adolescent' }).execute();
  const young = csv('clients.csv', 'chart_number,first_name,last_name,born_on,opened_on,program', 'C9,Jo,Day,2010-06-01,2026-06-01,Young');
  expect(await bring(world, [young])).toMatchObject([{ state: 'kept', added: 1 }]);
  expect(await bring(world, [clientsFile('C10,Jo,Day,,2026-06-01,,')])).toMatchObject([
    { state: 'refused', problems: [{ column: 'program', code: 'program-needed', names: ['North adult', 'Young'] }] },
  ]);
});
