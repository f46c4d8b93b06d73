import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { signLog } from '#kit/sign-log.ts';
import { aPanel, aSession, aSlot } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { faults } from '#mocks/faults.ts';

const patience = { timeout: 20_000 };
const user = userEvent.setup({ delay: null });

let stage: Stage;
let sessionId: string;
let on = 22;
const clients: string[] = [];

const world = worldOfFile(new Date('2026-11-23T03:00:00.000Z'));

beforeAll(async () => {
  await aPanel(world);
  for (const lastName of ['Abbott', 'Bello', 'Chen']) clients.push((await aClient(world, { firstName: 'Tess', lastName })).clientId);
  stage = stageOn(world.appFor('tech'));
});
beforeEach(async () => {
  const date = day(`2026-11-${on}`);
  on -= 1;
  sessionId = await aSession(world, { on: date });
  for (const clientId of clients) await aSlot(world, clientId, sessionId, date);
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

const stored = () => world.db.selectFrom('screen').select('outcome').where('session_id', '=', sessionId).execute();
const rowOf = (name: RegExp) => screen.getByRole('row', { name });

async function openLog() {
  const shown = stage.renderAt(`/sessions/${sessionId}/results`);
  const grid = await screen.findByRole('grid', { name: 'Cups of this session' });
  await waitFor(() => expect(grid).toContainElement(document.activeElement as HTMLElement));
  return { ...shown, grid };
}

test('a letter typed anywhere but in the list records no cup', async () => {
  const { grid } = await openLog();
  await user.tab();
  await user.keyboard('nd5');
  await user.click(screen.getByRole('textbox', { name: 'How many cups did you read?' }));
  await user.keyboard('ndo3');
  expect(within(grid).getAllByText('not recorded')).toHaveLength(3);
});

test('a row left in the middle of its numbers is recorded as typed by an arrow, and not recorded by Escape', async () => {
  await openLog();
  await user.keyboard('5{ArrowDown}5{Escape}');
  expect(rowOf(/Abbott/)).toHaveTextContent('no line: COC');
  expect(rowOf(/Bello/)).toHaveTextContent('not recorded');
});

test('one key is taken back by Ctrl Z, and the row is not recorded again', async () => {
  await openLog();
  await user.keyboard('n');
  expect(rowOf(/Abbott/)).toHaveTextContent('all drug lines present');
  await user.keyboard('{Control>}z{/Control}');
  expect(rowOf(/Abbott/)).toHaveTextContent('not recorded');
});

test('offline, signed rows stay on screen and the page says that nobody else has them; back online they are sent once', async () => {
  const { grid } = await openLog();
  await user.keyboard('nn5{Enter}');
  stage.network.use(faults.offline('/sessions/:sessionId/results'));
  await signLog(user, 3);
  expect(await screen.findByRole('alert', {}, patience)).toHaveTextContent(
    '3 results are not sent yet, and kept on this screen. Don’t close it.',
  );
  expect(rowOf(/Chen/)).toHaveTextContent('no line: COC');
  expect(within(grid).getAllByText('all drug lines present')).toHaveLength(2);
  expect(await stored()).toEqual([]);

  stage.network.resetHandlers();
  window.dispatchEvent(new Event('online'));
  expect(await screen.findAllByText(/3 rows are saved/, {}, patience)).not.toHaveLength(0);
  expect(await stored()).toHaveLength(3);
});

test('a database that is away keeps the rows too, and says why', async () => {
  await openLog();
  await user.keyboard('n');
  stage.network.use(faults.unavailable('/sessions/:sessionId/results'));
  await signLog(user, 1);
  expect(await screen.findByRole('alert', {}, patience)).toHaveTextContent('1 result is not sent yet');
  expect(rowOf(/Abbott/)).toHaveTextContent('all drug lines present');
});

test('leaving with rows that nobody else has asks first; coming back finds them', async () => {
  const { address } = await openLog();
  await user.keyboard('n');
  await user.click(screen.getByRole('link', { name: /^Sessions, / }));
  const dialog = await screen.findByRole('dialog', { name: 'Leave without signing?' }, patience);
  await user.click(within(dialog).getByRole('button', { name: 'Leave' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
  expect(address()).toMatch(/^\/sessions\?date=/);
  await user.click(screen.getByRole('link', { name: /Log results/ }));
  await screen.findByRole('grid', { name: 'Cups of this session' });
  expect(rowOf(/Abbott/)).toHaveTextContent('all drug lines present');
});
