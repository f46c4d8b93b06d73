import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { signLog } from '#kit/sign-log.ts';
import { aPanel, aSession, aSlot, takes } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { faults } from '#mocks/faults.ts';

const patience = { timeout: 15_000 };
const names = ['Abbott', 'Bello', 'Chen', 'Diaz', 'Ek', 'Fox', 'Greer', 'Haddad', 'Ito', 'Jones', 'Kaur', 'Lund', 'Moss', 'Nair'];

let stage: Stage;
let sessionId: string;
const clients: string[] = [];

const world = worldOfFile(new Date('2026-11-23T03:00:00.000Z'));

beforeAll(async () => {
  await aPanel(world);
  for (const lastName of names) clients.push((await aClient(world, { firstName: 'Tess', lastName })).clientId);
  await takes(world, clients[0] ?? '', 'buprenorphine', day('2026-07-24'));
  stage = stageOn(world.appFor('tech'));
});
// Each log is of a day of its own, so that a cup of one test is no second specimen in another.
let on = 22;
beforeEach(async () => {
  const date = day(`2026-11-${on}`);
  on -= 1;
  sessionId = await aSession(world, { on: date });
  for (const clientId of clients) await aSlot(world, clientId, sessionId, date);
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

const stored = () => world.db.selectFrom('screen').select(['outcome']).where('session_id', '=', sessionId).execute();

async function openLog() {
  stage.renderAt(`/sessions/${sessionId}/results`);
  const grid = await screen.findByRole('grid', { name: 'Cups of this session' }, patience);
  const user = userEvent.setup({ delay: null });
  await user.click(within(grid).getAllByRole('row')[1] ?? grid);
  return { grid, user };
}

const floor = 'n3{Enter}nn12{Enter}dn3{Enter}nnn3{Enter}nn';

test('U2 fourteen cups are logged and signed in thirty-six keys or fewer', async () => {
  const { user } = await openLog();
  await user.keyboard(floor);
  expect(screen.getByText('14 due').parentElement).toHaveTextContent('14 due · 14 recorded · 0 not recorded');
  await signLog(user, 13);
  expect(await screen.findAllByText('14 rows are saved. Their therapists will see the results on Today.', {}, patience)).not.toHaveLength(
    0,
  );
  expect(await stored()).toHaveLength(14);
  // Ctrl Enter, the count and Enter, and Ctrl Enter under the rows as they will be signed.
  expect(floor.replaceAll('{Enter}', 'E').length + 2 + 2 + 1 + 2).toBeLessThanOrEqual(36);
});

test('S-A rows that were left blank stay not recorded', async () => {
  const { grid, user } = await openLog();
  await user.keyboard('n{ArrowDown}n');
  await signLog(user, 2);
  await waitFor(async () => expect(await stored()).toHaveLength(2));
  await waitFor(() => expect(within(grid).getAllByText('not recorded')).toHaveLength(12));
});

test('S-B a wrong cup count saves nothing, and says by how much and where to look', async () => {
  const { user } = await openLog();
  await user.keyboard('nd3{Enter}');
  await user.keyboard('{Control>}{Enter}{/Control}1{Enter}');
  const box = screen.getByRole('textbox', { name: 'How many cups did you read?' });
  expect(box).toHaveFocus();
  expect(box).toHaveAccessibleDescription(expect.stringContaining('You read 1. 2 results are entered. Check rows 1 and 3.'));
  expect(await stored()).toEqual([]);
});

test('what is signed is shown row by row first, and nothing is sent until somebody signs it', async () => {
  const { user } = await openLog();
  await user.keyboard('n3{Enter}');
  await user.keyboard('{Control>}{Enter}{/Control}2{Enter}');
  const review = await screen.findByRole('dialog', { name: 'Sign these 2 results?' });
  const rows = within(review).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^1Abbott, T\..*all drug lines presentin range$/),
    expect.stringMatching(/^2Bello, T\..*no line: BUPin range$/),
  ]);
  expect(review).toHaveTextContent('12 rows stay not recorded.');
  // Enter once more, as after the count, signs nothing.
  await user.keyboard('{Enter}');
  await user.click(within(review).getAllByRole('button', { name: 'Back to the log' })[0] ?? review);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(await stored()).toEqual([]);
});

test('after signing, asking for a review says that everything is signed, and not that nothing was recorded', async () => {
  const { user } = await openLog();
  await user.keyboard('n');
  await signLog(user, 1);
  await waitFor(async () => expect(await stored()).toHaveLength(1));
  await screen.findAllByText(/1 row is saved/, {}, patience);
  await user.keyboard('{Control>}{Enter}{/Control}{Enter}');
  expect(await screen.findByRole('textbox', { name: 'How many cups did you read?' })).toHaveAccessibleDescription(
    expect.stringContaining('What was entered is signed already. Nothing new is to be signed.'),
  );
});

test('a key never reads an entered cup anew: it says what is entered, and Backspace takes it back first', async () => {
  const { user, grid } = await openLog();
  await user.keyboard('n{ArrowUp}d');
  expect(within(grid).getByRole('row', { name: /Abbott/ })).toHaveTextContent('all drug lines present');
  expect(screen.getByRole('status')).toHaveTextContent('Abbott, T. is entered already: all drug lines present. Backspace takes it back.');
  await user.keyboard('{Backspace}d');
  expect(within(grid).getByRole('row', { name: /Abbott/ })).toHaveTextContent('declined');
});

test('S-D what was signed while the answer was lost is kept, and stored once', async () => {
  const { user } = await openLog();
  await user.keyboard('nnn');
  stage.network.use(faults.firstAnswerLost('/sessions/:sessionId/results', world.appFor('tech')));
  await signLog(user, 3);
  expect(await screen.findByRole('alert', {}, patience)).toHaveTextContent(
    '3 results are not sent yet, and kept on this screen. Don’t close it.',
  );
  await user.click(screen.getByRole('button', { name: 'Send again' }));
  expect(await screen.findAllByText(/3 rows are saved/, {}, patience)).not.toHaveLength(0);
  expect(await stored()).toHaveLength(3);
});

test('A8 the log is one stop of the Tab key, and each cup is said politely', async () => {
  const { grid, user } = await openLog();
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  await user.keyboard('n');
  expect(screen.getByRole('status')).toHaveTextContent('Abbott, all drug lines present. 1 of 14.');
  expect(document.activeElement).toHaveAccessibleName('Bello, T. 12 Feb 1992 not recorded');
  await user.tab();
  expect(grid).not.toContainElement(document.activeElement as HTMLElement);
});

test('the reader’s page holds no medication and nothing to expect', async () => {
  await openLog();
  expect(document.body.textContent).not.toMatch(/buprenorphine|expect|medication|unexpected/i);
});

test('a saved cup is corrected with its reason, and the earlier entry stays', async () => {
  const { user } = await openLog();
  await user.keyboard('3{Enter}');
  await signLog(user, 1);
  await user.click(await screen.findByRole('button', { name: 'Correct the entry of Abbott, T.' }));
  await user.click(await screen.findByRole('radio', { name: 'The cup was misread' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'What does the cup show?' }), 'lines');
  await user.click(screen.getByRole('button', { name: 'Save the correction' }));
  await waitFor(async () => expect(await stored()).toHaveLength(2));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});
