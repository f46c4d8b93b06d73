import { expect, test } from 'vitest';
import { aCheckedFile, answer, type Brought } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfEachTest } from '#kit/world.ts';
import { ana, bring, clientsFile, rowCounts, screensFile, sessionsFile } from './intake-files.ts';

const world = worldOfEachTest();

const undo = (file: Brought, leaveDependents = false) => answer(file.call('undo', { leaveDependents }), 'undo');

const files = {
  clients: 'chart_number,first_name,last_name,opened_on,prescribed_hours\nC7,Jo,Day,2026-06-01,9\nC8,Bo,Ray,2026-06-01,12\n',
  'prescribed-hours': 'chart_number,hours_per_week,from_on\nC1,9,2026-06-01\n',
  medications: 'chart_number,name,dose,started_on\nC1,buprenorphine,8 mg,2026-06-10\n',
  sessions:
    'session_key,date,start,end,service,title,chart_number,attendance\nS1,2026-07-20,09:00,12:00,group,Dawn,C1,present\nS1,2026-07-20,09:00,12:00,group,Dawn,C2,absent\n',
  screens:
    'screen_key,chart_number,date,scheduled,outcome,specimen,validity,analytes_tested,positive\nU1,C1,2026-07-20,yes,collected,urine-cup,valid,AMP;COC,COC\nU2,C1,2026-11-20,yes,collected,urine-cup,valid,AMP;COC;FEN,COC;FEN\nU3,C2,2026-07-20,yes,declined,,,,\n',
} as const;

const kinds = ['clients', 'prescribed-hours', 'medications', 'sessions', 'screens'] as const;

const withoutRecords = async () => {
  const { audit_event: _events, change_mark: _marks, ...counts } = await rowCounts(world);
  return counts;
};

test.each(kinds)('an import of %s that is taken back leaves nothing of what it wrote', async (kind) => {
  await bring(world, [clientsFile(ana, 'C2,Bo,Ray,,2026-06-01,,')]);
  const before = await withoutRecords();
  const file = await aCheckedFile(world, kind, files[kind]);
  const { counts } = await file.run();
  expect(counts).toMatchObject({ fix: 0, ready: 0 });
  expect(await withoutRecords()).not.toEqual(before);
  expect(await undo(file)).toMatchObject({ dependents: [], undone: counts.in, import: { state: 'undone' } });
  expect(await withoutRecords()).toEqual(before);
  expect((await file.call('undo', { leaveDependents: false })).status).toBe(409);
});

test('what an import changed is as it was before, field by field', async () => {
  await bring(world, [clientsFile(ana), sessionsFile('S1,2026-07-20,09:00,12:00,group,Dawn,C1,present,180')]);
  const stored = async () => [
    await world.db.selectFrom('client').select(['first_name', 'pronouns']).execute(),
    await world.db.selectFrom('attendance').select(['status', 'minutes']).execute(),
  ];
  const before = await stored();
  const people = await aCheckedFile(
    world,
    'clients',
    'chart_number,first_name,last_name,opened_on,pronouns\nC1,Anna,Lee,2026-06-01,she/her\n',
  );
  expect(await people.rows('update')).toMatchObject([
    {
      changes: [
        { column: 'first_name', was: 'Ana', becomes: 'Anna' },
        { column: 'pronouns', was: null, becomes: 'she/her' },
      ],
    },
  ]);
  await answer(people.call('kept', { row: 2, columns: ['first_name'] }), 'keep');
  await people.run();
  expect((await stored())[0]).toEqual([{ first_name: 'Ana', pronouns: 'she/her' }]);
  const came = await aCheckedFile(
    world,
    'sessions',
    'session_key,date,start,end,service,title,chart_number,attendance\nS1,2026-07-20,09:00,12:00,group,Dawn,C1,absent\n',
  );
  await came.run();
  expect((await stored())[1]).toEqual([{ status: 'absent', minutes: null }]);
  expect((await undo(came)).undone + (await undo(people)).undone).toBe(2);
  expect(await stored()).toEqual(before);
});

test('a mark that a person made stays unless somebody asks for the file’s', async () => {
  const { clientId } = await aClient(world, { chart: 'C1' });
  await bring(world, [sessionsFile('S1,2026-07-20,09:00,12:00,group,Dawn,C1,present,')]);
  await world.db.updateTable('attendance').set({ recorded_by: world.staff.tech.staffId }).where('client_id', '=', clientId).execute();
  const text = 'session_key,date,start,end,service,title,chart_number,attendance\nS1,2026-07-20,09:00,12:00,group,Dawn,C1,absent\n';
  const file = await aCheckedFile(world, 'sessions', text);
  expect(await file.rows('update')).toMatchObject([{ changes: [{ setByHand: true }], kept: ['attendance'] }]);
  await file.run();
  expect(await world.db.selectFrom('attendance').select('status').execute()).toEqual([{ status: 'present' }]);
});

test('where something was built on a row nothing is taken back, and then only the rest, with what the row needs left too', async () => {
  await bring(world, [clientsFile(ana, 'C2,Bo,Ray,,2026-06-01,,')]);
  const text = `${files.sessions}S2,2026-07-21,09:00,12:00,group,Dawn,C1,present\n`;
  const file = await aCheckedFile(world, 'sessions', text);
  await file.run();
  const { id } = await world.db.selectFrom('client').select('id').where('chart_number', '=', 'C2').executeTakeFirstOrThrow();
  await world.db.updateTable('attendance').set({ status: 'excused', version: 2 }).where('client_id', '=', id).execute();
  const first = await undo(file);
  expect(first).toMatchObject({ undone: 0, dependentRows: 2, dependents: [{ row: 2 }, { row: 3 }], import: { state: 'in' } });
  expect(await rowCounts(world)).toMatchObject({ session: 2, attendance: 3 });
  expect(await undo(file, true)).toMatchObject({ undone: 1, import: { state: 'undone', counts: { in: 2 } } });
  expect(await rowCounts(world)).toMatchObject({ session: 1, attendance: 2 });
});

test('a screen with an adjustment that somebody began to answer is not taken back', async () => {
  await bring(world, [clientsFile(ana, 'C2,Bo,Ray,,2026-06-01,,')]);
  const file = await aCheckedFile(world, 'screens', files.screens);
  await file.run();
  expect(await rowCounts(world)).toMatchObject({ adjustment: 1, screen: 3 });
  await world.db
    .updateTable('adjustment')
    .set({ talked_at: '2026-11-23T14:30:00.000Z' as never })
    .execute();
  expect(await undo(file)).toMatchObject({ undone: 0, dependents: [{ row: 3 }] });
  expect(await undo(file, true)).toMatchObject({ undone: 2 });
  expect(await rowCounts(world)).toMatchObject({ adjustment: 1, screen: 1, screen_reading: 1 });
});

test('a client about whom anything was recorded since stays', async () => {
  const file = await aCheckedFile(world, 'clients', files.clients);
  await file.run();
  await bring(world, [screensFile('U9,C7,2026-07-20,yes,collected,urine-cup,valid,COC,')]);
  expect(await undo(file)).toMatchObject({ undone: 0, dependents: [{ row: 2 }] });
  expect(await undo(file, true)).toMatchObject({ undone: 1 });
  expect((await world.db.selectFrom('client').select('chart_number').execute()).map(({ chart_number }) => chart_number)).toEqual(['C7']);
});

test('after a day it is too late, and the rows are forgotten', async () => {
  const { runJobs } = await import('#server/jobs/run-jobs.ts');
  const file = await aCheckedFile(world, 'clients', `${files.clients}C9,Al,Fox,,\n`);
  await file.run();
  world.clock.now = new Date('2026-11-24T14:03:00.000Z');
  expect((await file.call('undo', { leaveDependents: false })).status).toBe(409);
  await runJobs(world.db, '2026-11-24T14:03:00.000Z' as never, { error: () => undefined });
  expect(await world.db.selectFrom('import_row').select(['row', 'state']).execute()).toEqual([{ row: 4, state: 'fix' }]);
  expect(await file.now()).toMatchObject({ state: 'in', counts: { in: 2, fix: 1 } });
  await file.fix(4, 'opened_on', '2026-06-01');
  expect(await file.run()).toMatchObject({ counts: { in: 3, fix: 0 } });
});
