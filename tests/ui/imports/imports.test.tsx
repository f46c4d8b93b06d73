import { configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCheckedFile } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup, aMeeting } from '#kit/groups.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
// A file is read, checked and taken in behind each of these answers.
configure({ asyncUtilTimeout: 8_000 });
const user = userEvent.setup({ delay: null, applyAccept: false });

const world = worldOfFile();

beforeAll(async () => {
  await aClient(world, { chart: '10828', firstName: 'Dana', lastName: 'Walsh' });
  stage = stageOn(world.appFor('director'));
});
afterAll(() => stage.close());

const header = 'MRN,Service Date,Start Time,End Time,Group Topic,Attendance Status,Minutes Attended';
const row = (on: string, chart = '10828', minutes = '180') => `${chart},${on},9:00 AM,12:00 PM,Dawn,P,${minutes}`;
const file = (...rows: readonly string[]) => new File([[header, ...rows].join('\n')], 'attendance_nov.csv', { type: 'text/csv' });

async function choose(given: File): Promise<void> {
  stage.renderAt('/imports/new');
  await user.upload(await screen.findByLabelText('Choose a file'), given);
}

const held = async (number: number) => within(await screen.findByTestId(`row-${number}`));

test('days that can be read two ways are asked about, and the check waits for the answer', async () => {
  await choose(file(row('02/03/2026')));
  await user.click(await screen.findByRole('button', { name: 'Check 1 row' }));
  expect(await screen.findByRole('group', { name: 'The columns are not settled yet' })).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'The month' }));
  await user.click(screen.getByRole('button', { name: 'Check 1 row' }));
  expect(await screen.findByText(/The day is before the episode opened/)).toBeVisible();
});

test('a file is matched, put right in place, brought in and taken back', async () => {
  await choose(file(row('11/16/2026'), row('11/31/2026'), row('11/18/2026', '10882'), row('11/19/2026', '10828', '900')));
  expect(await screen.findByRole('heading', { name: 'attendance_nov.csv' })).toBeVisible();
  expect(await screen.findByLabelText('Day: which column of the file')).toHaveValue('Service Date');
  await user.click(screen.getByRole('button', { name: 'Check 4 rows' }));

  expect((await held(3)).getByText(/There is no such day/)).toBeVisible();
  await user.click((await held(4)).getByRole('button', { name: '10828 D. Walsh for row 4' }));
  const minutes = (await held(5)).getByLabelText('Minutes present, row 5, put right');
  await user.type(minutes, '170{Enter}');
  await user.click((await held(3)).getByRole('button', { name: 'Skip row 3' }));
  expect(await screen.findByRole('button', { name: '3 ready' })).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Import 3 rows' }));
  expect(await screen.findByText('3 rows in')).toBeVisible();
  expect(await world.db.selectFrom('attendance').select('minutes').execute()).toHaveLength(3);

  await user.click(screen.getByRole('button', { name: 'Take it back' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take it back' }));
  expect(await screen.findByText(/^Taken back by/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /need.? fixing|left out|Skip row|Put back/ })).toBeNull();
  expect(await world.db.selectFrom('attendance').select('minutes').execute()).toEqual([]);
});

test('what a laboratory means by its words waits for somebody who has looked through them', async () => {
  const results = [
    'Specimen ID,Client ID,Collected On,Specimen Type,Test Name,Result',
    'LG-1,10828,11/20/2026,Lab Urine,Fentanyl,None Detected',
  ];
  await choose(new File([results.join('\n')], 'results.csv', { type: 'text/csv' }));
  await user.click(await screen.findByRole('button', { name: 'Check 1 row' }));
  expect(await screen.findByRole('group', { name: 'The columns are not settled yet' })).toBeVisible();
  expect(screen.getAllByText(/Nobody has confirmed what the laboratory means by its words/)).not.toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: 'I have looked through what the laboratory means by these words' }));
  await user.click(screen.getByRole('button', { name: 'Check 1 row' }));
  expect(await screen.findByRole('button', { name: '1 ready' })).toBeVisible();
});

test('a file that can’t be read says what to do, and another can be chosen at once', async () => {
  await choose(new File(['PK\u0003\u0004'], 'roster.xlsx'));
  expect(await screen.findByRole('group', { name: 'This file can’t be read as it is' })).toHaveTextContent(/CSV UTF-8/);
  expect(screen.getByLabelText('Choose another file')).toBeEnabled();
});

test('a census with one client in two groups is held, the focus goes on from row to row, and throwing it away is asked first', async () => {
  for (const [name, startsAt] of [
    ['Evening', '18:00'],
    ['Late', '20:00'],
  ] as const)
    await aMeeting(world, await aGroup(world, { name }), { startsAt, endsAt: '22:00' });
  const census = [
    'chart_number,first_name,last_name,opened_on,group,prescribed_hours',
    'N1,Ana,Lee,2026-11-02,Evening,9',
    'N1,Ana,Lee,2026-11-05,Late,9',
    'N2,Bo,Ray,2026-11-02,,nine',
  ];
  await choose(new File([census.join('\n')], 'census.csv', { type: 'text/csv' }));
  await user.click(await screen.findByRole('button', { name: 'Check 3 rows' }));
  expect(
    (await held(3)).getByText(/into Evening, and this row into Late\. The two meet at the same time, Monday 8 to 10 pm/),
  ).toBeVisible();
  expect(screen.getByRole('list', { name: 'Steps' })).toHaveFocus();
  await user.click((await held(3)).getByRole('button', { name: 'Skip row 3' }));
  await waitFor(() => expect(screen.getByLabelText('Prescribed hours a week, row 4, put right')).toHaveFocus());
  await user.keyboard('9{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: '2 ready' })).toBeVisible());

  await user.click(screen.getByRole('button', { name: 'Throw this file away' }));
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Throw this file away' })).toHaveFocus());
  await user.click(screen.getByRole('button', { name: 'Throw this file away' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Throw it away' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();
});

test('an import that stopped says why, and goes on when it is tried again', async () => {
  await sql`create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$`.execute(
    world.db,
  );
  await sql`create trigger refuse_one before insert on attendance for each row execute function refuse_one()`.execute(world.db);
  await choose(file(row('11/20/2026')));
  await user.click(await screen.findByRole('button', { name: 'Check 1 row' }));
  await user.click(await screen.findByRole('button', { name: 'Import 1 row' }));
  const stopped = await screen.findByRole('alert');
  expect(stopped).toHaveTextContent(/The import stopped.*Something went wrong in Cairn.*No row is in\./);
  await sql`drop function refuse_one() cascade`.execute(world.db);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('1 row in')).toBeVisible();
});

/** A file whose check stopped. */
async function aFailedCheck(): Promise<string> {
  const { id } = await aCheckedFile(world, 'sessions', [header, row('11/19/2026')].join('\n'));
  const failed = { state: 'failed' as const, failed_in: 'checking' as const, stopped_because: 'too-slow' as const };
  await world.db.updateTable('import_batch').set(failed).where('id', '=', id).execute();
  return id;
}

test('columns can be matched again where the check stopped', async () => {
  stage.renderAt(`/imports/${await aFailedCheck()}`);
  expect(await screen.findByRole('alert')).toHaveTextContent(/The check stopped.*The database took too long\./);
  await user.click(screen.getByRole('button', { name: 'Match columns again' }));
  await user.click(await screen.findByRole('button', { name: 'Check 1 row' }));
  expect(await screen.findByRole('button', { name: 'Import 1 row' })).toBeVisible();
});

test('a file that stopped is in the list and can be thrown away', async () => {
  await aFailedCheck();
  stage.renderAt('/imports');
  const stopped = within(await screen.findByRole('row', { name: /stopped/ }));
  await user.click(stopped.getByRole('link', { name: 'Open export.csv' }));
  await user.click(await screen.findByRole('button', { name: 'Throw this file away' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Throw it away' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('table', { name: 'Files brought in' })).not.toHaveTextContent('stopped'));
});

test('the list says what became of each file, and offers a template of every kind', async () => {
  stage.renderAt('/imports');
  const table = await screen.findByRole('table', { name: 'Files brought in' });
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(2);
  expect(table).toHaveTextContent('taken back');
  expect(screen.getAllByRole('button', { name: /Download the template/ })).toHaveLength(6);
});

test('whoever opens no chart is told that what would change waits for a director', async () => {
  const { id } = await aCheckedFile(
    world,
    'clients',
    'chart_number,first_name,last_name,born_on,opened_on,program\n' +
      '10828,Diana,Walsh,1992-02-12,2026-06-08,North adult\n30001,New,Person,1991-05-05,2026-11-02,North adult\n',
    { who: 'administrator' },
  );
  stage.close();
  stage = stageOn(world.appFor('administrator'));
  stage.renderAt(`/imports/${id}`);
  await user.click(await screen.findByRole('button', { name: '1 for a director' }));
  expect(await screen.findByText(/director of North finds them under Imports, and takes them in or leaves them/)).toBeVisible();
  expect(screen.getByText('1 row would change what is stored and waits for director of North')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Import 1 row' }));
  expect(await screen.findByText('1 row in')).toBeVisible();
  stage.renderAt('/imports');
  expect(await screen.findByText('in, 1 to take in or leave, by a director')).toBeVisible();
  stage.close();
  stage = stageOn(world.appFor('director'));
});

test('a director finds in the list what waits for them, and leaves it as it is', async () => {
  stage.renderAt('/imports');
  const waiting = within(await screen.findByRole('row', { name: /in, 1 to take in or leave, by you/ }));
  await user.click(waiting.getByRole('link', { name: /^Open/ }));
  await user.click(await screen.findByRole('button', { name: '1 will update' }));
  expect(await screen.findByRole('checkbox', { name: 'Given name: Dana becomes Diana' })).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Leave row 2 as it is' }));
  expect(await screen.findByRole('button', { name: '1 left out' })).toBeVisible();
  stage.renderAt('/imports');
  await screen.findByRole('table', { name: 'Files brought in' });
  await waitFor(() => expect(screen.queryByRole('row', { name: /by you/ })).toBeNull());
  const { first_name } = await world.db
    .selectFrom('client')
    .select('first_name')
    .where('chart_number', '=', '10828')
    .executeTakeFirstOrThrow();
  expect(first_name).toBe('Dana');
});
