import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { aRaisedProgram, type RaisedProgram } from '#kit/raised-program.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';
import { forwardTo } from '#mocks/forward.ts';

let stage: Stage;
let program: RaisedProgram;
let made = 0;
const user = userEvent.setup({ delay: null });
const world = worldOfFile();

beforeAll(() => {
  stage = stageOn(world.appFor('director'));
});
beforeEach(async () => {
  made += 1;
  program = await aRaisedProgram(world, { name: `Program ${made}` });
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

const open = async () => {
  stage.renderAt(`/cohort?program=${program.programId}`);
  await screen.findByRole('region', { name: 'Cohort' });
};
const row = () => within(screen.getByRole('region', { name: 'Cohort' })).getByRole('row', { name: /^Answered within 72 h/ });
const marks = () => screen.findByRole('region', { name: 'On the charts' });
const openDialog = async () => {
  await user.click(within(await marks()).getByRole('button', { name: 'Mark a chart' }));
  return within(await screen.findByRole('dialog', { name: 'Mark a chart' }));
};

test('a rebase is made from a week of the signal, and is then on the chart, in words, in the table and in the verdict', async () => {
  await open();
  expect(row()).toHaveTextContent('Improving7 weeks above mean');
  const dialog = await openDialog();
  await user.click(dialog.getByRole('radio', { name: /^A rebase/ }));
  const weeks = within(dialog.getByRole('combobox', { name: 'Week of' }));
  expect(weeks.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Choose',
    '16 Nov 2026',
    '9 Nov 2026',
    '2 Nov 2026',
    '26 Oct 2026',
    '19 Oct 2026',
    '12 Oct 2026',
    '5 Oct 2026',
  ]);
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Week of' }), '5 Oct 2026');
  await user.type(dialog.getByRole('textbox', { name: 'What changed, and why' }), 'The huddle reads Today aloud');
  await user.click(dialog.getByRole('button', { name: 'Mark the chart' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  await waitFor(() => expect(row()).toHaveTextContent('Improved, then rebasedtrial limits, 7 of 13 weeks since 5 Oct'));
  expect(row()).toHaveTextContent('Not said while limits are on trial');
  const said = 'Answered within 72 h, rebased: it had improved. The huddle reads Today aloud.';
  expect(within(await marks()).getByRole('listitem')).toHaveTextContent(`Week of 5 Oct 2026. ${said} director of North, 23 Nov`);
  expect(row().querySelectorAll('[data-note="rebase"] text')).toHaveLength(1);
  await user.click(screen.getByText('Weeks as a table', { selector: 'summary span' }));
  expect(within(screen.getByRole('table', { name: 'Weeks as a table' })).getByRole('row', { name: /^5 Oct/ })).toHaveTextContent(said);
});

test('without a signal a rebase is not offered, and a note is', async () => {
  await open();
  const dialog = await openDialog();
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Chart' }), 'Screens collected of scheduled');
  await user.click(dialog.getByRole('radio', { name: /^A rebase/ }));
  expect(dialog.getByText('Nothing says that the process changed. Write a note instead.')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Mark the chart' })).toBeDisabled();
  await user.click(dialog.getByRole('radio', { name: /^A note/ }));
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Week of' }), '9 Nov 2026');
  await user.type(dialog.getByRole('textbox', { name: 'What happened' }), 'Ran out of cups.');
  await user.click(dialog.getByRole('button', { name: 'Mark the chart' }));
  const list = await marks();
  await waitFor(() =>
    expect(within(list).getByRole('listitem')).toHaveTextContent('Week of 9 Nov 2026. Screens collected of scheduled: Ran out of cups.'),
  );
});

test('what is left out is named at its field, and nothing typed is lost', async () => {
  await open();
  const dialog = await openDialog();
  await user.type(dialog.getByRole('textbox', { name: 'What happened' }), 'Snow.');
  await user.click(dialog.getByRole('button', { name: 'Mark the chart' }));
  expect(await dialog.findByText(/^Week of: /)).toBeVisible();
  expect(dialog.getByRole('textbox', { name: 'What happened' })).toHaveValue('Snow.');
});

test('a mark is taken back with a reason, and stays on record', async () => {
  await world.as('director').post('/cohort/answered/rebases', { program: program.programId, week: program.raised[0], text: 'The huddle.' });
  await open();
  await waitFor(() => expect(row()).toHaveTextContent('Improved, then rebased'));
  await user.click(within(await marks()).getByRole('button', { name: /^Take back: Answered within 72 h, rebased/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Take a mark back' }));
  await user.type(dialog.getByRole('textbox', { name: 'Why it was a mistake' }), 'It was the other program.');
  await user.click(dialog.getByRole('button', { name: 'Take it back' }));
  await waitFor(() => expect(row()).toHaveTextContent('Improving7 weeks above mean'));
  await user.click(screen.getByText('1 mark was taken back'));
  expect(within(await marks()).getByRole('listitem')).toHaveTextContent(
    'Taken back by director of North, 23 Nov: It was the other program.',
  );
});

test('on another chart of the same program a rebase is a note that names its chart, and a therapist marks none', async () => {
  await world.as('director').post('/cohort/answered/rebases', { program: program.programId, week: program.raised[0], text: 'The huddle.' });
  stage.renderAt('/cohort');
  await screen.findByRole('region', { name: 'Cohort' });
  const said = within(await marks())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(said.find((text) => text.includes(`on the chart of Program ${made}`))).toMatch(/rebased: it had improved\. The huddle\./);
  expect(row().querySelectorAll('[data-note="rebase"]')).toHaveLength(0);
  cleanup();
  stage.network.use(forwardTo(world.appFor('therapist')));
  stage.renderAt('/cohort');
  await screen.findByRole('region', { name: 'Cohort' });
  expect(screen.queryByRole('region', { name: 'On the charts' })).toBeNull();
});
