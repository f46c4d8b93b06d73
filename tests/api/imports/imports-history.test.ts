import { beforeEach, expect, test } from 'vitest';
import { aCheckedFile, answer, type Brought } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfEachTest } from '#kit/world.ts';
import type { ImportKind } from '#domain/imports/imports.ts';

const world = worldOfEachTest();
let clientId: string;

beforeEach(async () => {
  ({ clientId } = await aClient(world, { chart: 'H-1', firstName: 'Dana', lastName: 'Walsh' }));
});

const file = (kind: ImportKind, text: string): Promise<Brought> => aCheckedFile(world, kind, text, { source: 'Front desk' });

async function runIn(kind: ImportKind, text: string): Promise<Brought> {
  const one = await file(kind, text);
  await one.run();
  return one;
}

const session = (mark: string, minutes: string) =>
  `session_key,date,start,end,service,title,chart_number,attendance,minutes\nS-1,2026-11-17,18:00,21:00,group,Dusk,H-1,${mark},${minutes}\n`;

const author = 'the file from Front desk that director of North brought in';

/** The one booking of the session as its roster shows it. */
async function onRoster() {
  const { id } = await world.db.selectFrom('session').select('id').executeTakeFirstOrThrow();
  const roster = (await (await world.as('therapist').get(`/sessions/${id}/attendance`)).json()) as {
    rows: {
      status: string;
      minutes: number | null;
      marked: { by: string } | null;
      earlier: { status: string; by: string | null; correctedBy: string }[];
    }[];
  };
  const [row] = roster.rows;
  if (row === undefined) throw new Error('nobody is on the roster');
  return row;
}

/** The mark that a therapist made by hand after the file booked the session. */
async function markedByHand(): Promise<void> {
  await runIn('sessions', session('', ''));
  await world.db
    .updateTable('attendance')
    .set({ status: 'late', minutes: 150, recorded_by: world.staff.therapist.staffId, changed_by: world.staff.therapist.staffId })
    .execute();
}

test('a mark that a file changes keeps the earlier one with who made it, and names the file as its author', async () => {
  await markedByHand();
  const changed = await file('sessions', session('present', '180'));
  await changed.call('kept', { row: 2, columns: [] });
  await changed.run();
  expect(await onRoster()).toMatchObject({
    status: 'present',
    marked: { by: author },
    earlier: [{ status: 'late', by: 'therapist of North', correctedBy: author }],
  });

  // Taking the file back is a change too: it gives back who marked it, and keeps what the file had said.
  await answer(changed.call('undo', { leaveDependents: false }), 'undo');
  const back = await onRoster();
  expect(back).toMatchObject({ status: 'late', marked: { by: 'therapist of North' } });
  expect(back.earlier.map(({ status, by }) => [status, by])).toEqual([
    ['present', author],
    ['late', 'therapist of North'],
  ]);
});

test('a mark that a file was first to make names the file, and one made by hand after it keeps that', async () => {
  await runIn('sessions', session('present', ''));
  expect(await onRoster()).toMatchObject({ marked: { by: author }, earlier: [] });
  const { id } = await world.db.selectFrom('session').select('id').executeTakeFirstOrThrow();
  const { version } = await world.db.selectFrom('attendance').select('version').executeTakeFirstOrThrow();
  const row = {
    clientId,
    version,
    status: 'absent',
    arrivedAt: null,
    leftAt: null,
    minutes: null,
    telehealth: false,
    makesUp: null,
    note: null,
  };
  expect((await world.as('therapist').post(`/sessions/${id}/attendance`, { rows: [row] })).status).toBe(200);
  expect(await onRoster()).toMatchObject({
    status: 'absent',
    marked: { by: 'therapist of North' },
    earlier: [{ status: 'present', by: author, correctedBy: 'therapist of North' }],
  });
});

test('a name that a file changes keeps what it was, and names the file on the chart', async () => {
  const text = 'chart_number,first_name,last_name,born_on,opened_on\nH-1,Dana,Walsh-Ray,1992-02-12,2026-06-08\n';
  const changed = await runIn('clients', text);
  const record = async () =>
    (await (await world.as('therapist').get(`/clients/${clientId}/record`)).json()) as {
      lastName: string;
      changes: { field: string; by: string }[];
    };
  expect(await record()).toMatchObject({ lastName: 'Walsh-Ray', changes: [{ field: 'lastName', by: author }] });
  const kept = await world.db.selectFrom('client_change').select(['field', 'was', 'became']).execute();
  expect(kept).toEqual([{ field: 'lastName', was: 'Walsh', became: 'Walsh-Ray' }]);
  await answer(changed.call('undo', { leaveDependents: false }), 'undo');
  expect(await record()).toMatchObject({ lastName: 'Walsh' });
  expect(await world.db.selectFrom('client_change').selectAll().execute()).toHaveLength(2);
});

test('a medication that a file changes keeps what it said before, as an edit of the file', async () => {
  const line = (dose: string, end: string) => `chart_number,name,dose,started_on,ended_on\nH-1,naltrexone,${dose},2026-07-01,${end}\n`;
  await runIn('medications', line('50 mg', ''));
  const changed = await runIn('medications', line('100 mg', '2026-11-20'));
  const edits = await world.db.selectFrom('medication_edit').select(['step', 'was', 'by', 'import_id']).execute();
  expect(edits).toEqual([
    {
      step: 'stopped',
      was: { name: 'naltrexone', dose: '50 mg', startedOn: '2026-07-01', endedOn: null, prescriber: null },
      by: world.staff.director.staffId,
      import_id: changed.id,
    },
  ]);
});
