import pino from 'pino';
import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { instantOf } from '#domain/calendar/calendar.ts';
import { aCheckedFile, answer, oneImport, sendFile, settledImport } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { inside, worldOfEachTest } from '#kit/world.ts';
import { commitRows } from '#server/imports/commit-rows.ts';
import { goOnAfterStart } from '#server/imports/left-imports.ts';
import { rowCounts } from './intake-files.ts';

const world = worldOfEachTest();
const silent = pino({ level: 'silent' });

const medications = (rows: number) =>
  ['chart_number,name,started_on', ...Array.from({ length: rows }, (_, at) => `C1,medicine ${at},2026-07-01`)].join('\n');

test('a server that was killed in the middle goes on where it stopped, and takes no row in twice', async () => {
  await aClient(world, { chart: 'C1' });
  const file = await aCheckedFile(world, 'medications', medications(800));
  await world.db
    .updateTable('import_batch')
    .set({ state: 'importing', runs: 1, done: 0, of_rows: 800, run_by: world.staff.director.staffId, run_at: instantOf(world.clock.now) })
    .execute();
  // One batch is in when the process dies.
  await inside(world, (db) => commitRows(db, world.organizationId, file.id, instantOf(world.clock.now)));
  expect(await file.now()).toMatchObject({ state: 'importing', done: 250, ofRows: 800, counts: { in: 250, ready: 550 } });
  await Promise.all([1, 2, 3].map(() => goOnAfterStart({ db: world.db, clock: () => world.clock.now }, silent)));
  expect(await settledImport(world, file.id)).toMatchObject({ state: 'in', counts: { in: 800, ready: 0 } });
  expect((await rowCounts(world))['medication']).toBe(800);
});

test('a batch whose record can’t be written is undone whole, and done again by the next', async () => {
  await aClient(world, { chart: 'C1' });
  const file = await aCheckedFile(world, 'medications', medications(300));
  await sql`revoke insert on change_mark from cairn_app`.execute(world.db);
  const started = await file.call('runs');
  await sql`grant insert on change_mark to cairn_app`.execute(world.db);
  expect(started.status).toBe(500);
  expect((await rowCounts(world))['medication']).toBe(0);
  expect(await file.run()).toMatchObject({ state: 'in', counts: { in: 300 } });
});

test('rows that changed here between the check and the import go back to the list', async () => {
  const { clientId } = await aClient(world, { chart: 'C1' });
  const file = await aCheckedFile(world, 'medications', 'chart_number,name,dose,started_on\nC1,naltrexone,50 mg,2026-07-01\n');
  const values = { organization_id: world.organizationId, client_id: clientId, name: 'naltrexone', dose: '25 mg', ended_on: null };
  await world.db
    .insertInto('medication')
    .values({ ...values, started_on: '2026-07-01' as never })
    .execute();
  expect(await file.run()).toMatchObject({ state: 'in', counts: { in: 0, update: 1 } });
  expect(await world.db.selectFrom('medication').select('dose').execute()).toEqual([{ dose: '25 mg' }]);
});

test('how a source is read is remembered, and a census asks about those it doesn’t name', async () => {
  await aClient(world, { chart: 'C1', firstName: 'Ana', lastName: 'Lee' });
  const left = await aClient(world, { chart: 'C2', firstName: 'Bo', lastName: 'Ray' });
  const text = 'MRN,Client Name,Admit Date,Weekly Hours,Primary Therapist\nC1,"Lee, Ana",06/08/2026,9,"North, director of"\n';
  const file = await aCheckedFile(world, 'clients', text, {
    source: 'Kite',
    mapping: (one) => ({ ...one, dates: one.dates.map((reading) => ({ ...reading, order: 'month-first' as const })) }),
  });
  expect(await file.rows('update')).toMatchObject([
    {
      changes: [
        { column: 'therapist', becomes: 'director of North' },
        { column: 'prescribed_hours', was: null, becomes: '9 from 2026-06-08' },
      ],
    },
  ]);
  const { clients } = await answer(file.get('missing'), 'missing');
  expect(clients).toMatchObject([{ clientId: left.clientId, chartNumber: 'C2' }]);
  await file.run();
  expect(await world.db.selectFrom('episode').select('closed_on').execute()).toEqual([{ closed_on: null }, { closed_on: null }]);
  const { id } = await answer(sendFile(world, text), 'upload');
  expect((await oneImport(world, id)).sources).toMatchObject([
    { name: 'Kite', mappings: [{ kind: 'clients', dates: [{ order: 'month-first' }] }] },
  ]);
});

test('one press puts right every row with the same cell', async () => {
  await aClient(world, { chart: 'C1' });
  const rows = ['16', '17', '18', '19'].map((on) => `C1,2026-11-${on},group,Dawn,Excused by court`);
  const file = await aCheckedFile(world, 'sessions', ['chart_number,date,service,title,attendance', ...rows].join('\n'));
  expect(await file.rows('fix')).toMatchObject([{ row: 2, similar: 3 }]);
  expect(await file.rows('fix-each')).toHaveLength(4);
  expect((await file.fix(2, 'attendance', 'excused', true)).import.counts).toMatchObject({ fix: 0, ready: 4 });
});
