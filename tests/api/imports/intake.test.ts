import { expect, test } from 'vitest';
import { anOrganization, worldOfEachTest } from '#kit/world.ts';
import { ana, bring, clientsFile, csv, hoursFile, medicationsFile, rowCounts, screensFile, sessionsFile } from './intake-files.ts';

const world = worldOfEachTest();

const files = () => [
  screensFile('U1,C1,2026-07-20,yes,collected,urine-cup,valid,AMP;BUP;COC,COC', 'U2,C1,2026-07-27,yes,declined,,,,'),
  sessionsFile('S1,2026-07-20,09:00,12:00,group,Morning,C1,present,180', 'S1,2026-07-20,09:00,12:00,group,Morning,C2,absent,'),
  hoursFile('C1,9,2026-06-01'),
  medicationsFile('C1,buprenorphine,12 mg,2026-06-10,'),
  clientsFile(ana, 'C2,Bo,Ray,,2026-06-01,2026-09-01,moved-away'),
];

test('files given in any order are stored in the order they need, with who was changed written down', async () => {
  const reports = await bring(world, files());
  expect(reports.map(({ kind, state, added, here }) => ({ kind, state, added, here }))).toEqual([
    { kind: 'clients', state: 'kept', added: 2, here: 0 },
    { kind: 'prescribed hours', state: 'kept', added: 1, here: 0 },
    { kind: 'medications', state: 'kept', added: 1, here: 0 },
    { kind: 'sessions', state: 'kept', added: 2, here: 0 },
    { kind: 'screens', state: 'kept', added: 2, here: 0 },
  ]);
  expect(await rowCounts(world)).toMatchObject({
    client: 2,
    episode: 2,
    session: 1,
    attendance: 2,
    medication: 1,
    screen_slot: 2,
    screen: 2,
    analyte_result: 3,
    screen_reading: 2,
  });
  const events = await world.db.selectFrom('audit_event').select(['action', 'kind', 'client_ids', 'staff_id']).orderBy('seq').execute();
  expect(events.map(({ action, kind, client_ids }) => [action, kind, client_ids.length])).toEqual([
    ['import.clients', 'write', 2],
    ['import.attendance', 'write', 1],
    ['import.medications', 'write', 1],
    ['import.attendance', 'write', 2],
    ['import.drug-screens', 'write', 1],
  ]);
});

test('the same files once more add nothing and change nothing', async () => {
  await bring(world, files());
  const before = await rowCounts(world);
  const reports = await bring(world, files());
  expect(reports.map(({ state, added, here, rows }) => ({ state, added, all: here === rows }))).toEqual(
    reports.map(() => ({ state: 'kept', added: 0, all: true })),
  );
  expect(await rowCounts(world)).toEqual(before);
});

test.each([
  ['a client', () => clientsFile('C1,Anna,Lee,1990-01-01,2026-06-01,,'), 'differs-from-stored', 'first_name'],
  ['an episode', () => clientsFile('C1,Ana,Lee,1990-01-01,2026-06-01,2026-07-30,completed'), 'ends-otherwise', 'closed_on, closed_because'],
  ['a session', () => sessionsFile('S1,2026-07-20,09:00,11:00,group,Morning,C1,present,'), 'differs-from-stored', 'ends_at'],
  ['attendance', () => sessionsFile('S1,2026-07-20,09:00,12:00,group,Morning,C1,absent,'), 'differs-from-stored', 'status, minutes'],
  ['a medication', () => medicationsFile('C1,buprenorphine,16 mg,2026-06-10,'), 'differs-from-stored', 'dose'],
  ['a screen', () => screensFile('U1,C1,2026-07-20,yes,collected,urine-cup,dilute,AMP;BUP;COC,AMP'), 'screen-differs', 'validity, results'],
])('%s that says something else than what is stored is refused, and what is stored stays', async (_, changed, code, columns) => {
  await bring(world, files());
  const before = await rowCounts(world);
  const [report] = await bring(world, [changed()]);
  expect(report).toMatchObject({
    state: 'refused',
    added: 0,
    problems: [{ line: 2, code, columns: columns.split(', ') }],
  });
  expect(await rowCounts(world)).toEqual(before);
});

test('one bad row among good ones writes nothing of the file, and stops the files that need it', async () => {
  const reports = await bring(world, [
    sessionsFile('S1,2026-07-20,09:00,12:00,group,Morning,C1,present,'),
    clientsFile(ana, 'C2,Bo,Ray,31/11/1990,2026-06-01,,'),
  ]);
  expect(reports.map(({ file, state }) => [file, state])).toEqual([
    ['clients.csv', 'refused'],
    ['sessions.csv', 'not-tried'],
  ]);
  expect(reports[0]?.problems).toMatchObject([{ file: 'clients.csv', row: 3, line: 3, column: 'born_on' }]);
  expect(Object.values(await rowCounts(world)).every((n) => n === 0)).toBe(true);
});

test('a file that breaks off in the middle writes nothing of what came before', async () => {
  const rows = Array.from({ length: 2_500 }, (_, at) => `C${at},Ana,Lee,,2026-06-01,,`);
  const [report] = await bring(world, [clientsFile(...rows, 'C9999,"Ana,Lee,,2026-06-01,,')]);
  expect(report).toMatchObject({ state: 'refused', problems: [{ row: 2_502 }] });
  expect((await rowCounts(world))['client']).toBe(0);
});

test('a file of no known kind stops the others before anything is written', async () => {
  const reports = await bring(world, [clientsFile(ana), csv('odd.csv', 'id,value', '1,2')]);
  expect(reports.map(({ state }) => state)).toEqual(['refused', 'not-tried']);
  expect((await rowCounts(world))['client']).toBe(0);
});

test('a dry run checks files that need one another and writes nothing', async () => {
  const reports = await bring(world, files(), { dryRun: true });
  expect(reports.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'checked'));
  expect(Object.values(await rowCounts(world)).every((n) => n === 0)).toBe(true);
});

test('holding back writes the good rows and lists the others', async () => {
  const [report] = await bring(world, [clientsFile(ana, 'C2,Bo,Ray,,2026-02-30,,')], { holdBack: true });
  expect(report).toMatchObject({ state: 'kept', added: 1, heldBack: 1, problems: [{ row: 3, column: 'opened_on' }] });
  expect((await rowCounts(world))['client']).toBe(1);
});

test('an import into one organization reaches no client of another with the same chart number', async () => {
  await bring(world, [clientsFile(ana)]);
  const other = await anOrganization(world.db, 'South');
  const [report] = await bring(world, [medicationsFile('C1,buprenorphine,,2026-06-10,')], { organizationId: other.organizationId });
  expect(report).toMatchObject({ state: 'refused', problems: [{ column: 'chart_number', code: 'unknown-client' }] });
});
