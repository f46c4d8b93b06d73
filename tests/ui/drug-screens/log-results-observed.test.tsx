import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aBreathDevice, watching } from '#kit/breath.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { signLog } from '#kit/sign-log.ts';
import { aPanel, aSession, aSlot } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';

const patience = { timeout: 20_000 };
const names = ['Abbott', 'Bello', 'Chen', 'Diaz'];

let stage: Stage;
let sessionId: string;
const clients: string[] = [];

const world = worldOfFile(new Date('2026-11-23T03:00:00.000Z'));

beforeAll(async () => {
  await aPanel(world);
  await aBreathDevice(world);
  await watching(world);
  for (const lastName of names) clients.push((await aClient(world, { firstName: 'Tess', lastName })).clientId);
  stage = stageOn(world.appFor('tech'));
});
let on = 22;
beforeEach(async () => {
  const date = day(`2026-11-${on}`);
  on -= 1;
  sessionId = await aSession(world, { on: date });
  for (const clientId of clients) await aSlot(world, clientId, sessionId, date);
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

const stored = () =>
  world.db
    .selectFrom('screen')
    .innerJoin('client', 'client.id', 'screen.client_id')
    .select(['last_name', 'outcome', 'observed', 'observed_by'])
    .where('session_id', '=', sessionId)
    .where('specimen', 'is distinct from', 'breath-alcohol')
    .orderBy('last_name')
    .execute();
const readings = () =>
  world.db
    .selectFrom('screen')
    .innerJoin('analyte_result', 'analyte_result.screen_id', 'screen.id')
    .select(['value', 'unit'])
    .where('session_id', '=', sessionId)
    .where('specimen', '=', 'breath-alcohol')
    .execute();

async function openLog() {
  stage.renderAt(`/sessions/${sessionId}/results`);
  const grid = await screen.findByRole('grid', { name: 'Cups of this session' }, patience);
  const user = userEvent.setup({ delay: null });
  await user.click(within(grid).getAllByRole('row')[1] ?? grid);
  return { grid, user };
}

test('who observed is said once for the log and turned by one key on a row; a cup still takes one key', async () => {
  const { user } = await openLog();
  await user.selectOptions(screen.getByLabelText('Observed by'), 'Observed by tech of North');
  await user.click(screen.getByRole('gridcell', { name: /Abbott, T\. .* not recorded/ }));
  await user.keyboard('nwnd');
  await user.selectOptions(screen.getByLabelText('Observed, Diaz, T.'), 'therapist of North');
  await user.click(screen.getByRole('gridcell', { name: /Diaz, T\. .* not recorded/ }));
  await user.keyboard('n');
  await signLog(user, 3);
  await waitFor(async () => expect(await stored()).toHaveLength(4), patience);
  expect(await stored()).toEqual([
    { last_name: 'Abbott', outcome: 'collected', observed: true, observed_by: world.staff.tech.staffId },
    { last_name: 'Bello', outcome: 'collected', observed: false, observed_by: null },
    { last_name: 'Chen', outcome: 'declined', observed: null, observed_by: null },
    { last_name: 'Diaz', outcome: 'collected', observed: true, observed_by: world.staff.therapist.staffId },
  ]);
});

test('an observer who isn’t recorded is counted as not recorded, and stored so', async () => {
  const { user } = await openLog();
  await user.keyboard('nn');
  expect(screen.getByText(/Who observed isn’t recorded for 2 cups/)).toBeVisible();
  await signLog(user, 2);
  await waitFor(async () => expect((await stored()).map(({ observed }) => observed)).toEqual([null, null]), patience);
});

test('a breath reading is typed at its row, asks who was told above the limit, and leaves the count of cups alone', async () => {
  const { user } = await openLog();
  await user.keyboard('.');
  const reading = await screen.findByRole('textbox', { name: 'Reading' }, patience);
  expect(reading).toHaveValue('.');
  await user.type(reading, '085{Enter}');
  const notified = screen.getByRole('textbox', { name: 'Who was notified, and what they will do' });
  expect(notified).toHaveAccessibleDescription('Say who you told. It is saved once you do.');
  expect(await readings()).toEqual([]);
  await user.type(notified, 'Dr Lin, on call{Enter}');
  expect(await screen.findByRole('heading', { name: 'Breath readings' }, patience)).toBeVisible();
  expect(screen.getByRole('row', { name: /Abbott, T\. 0\.085 g\/210 L/ })).toBeVisible();
  expect(await readings()).toEqual([{ value: 0.085, unit: 'g/210 L' }]);
  expect(screen.getByText('4 due').parentElement).toHaveTextContent('4 due · 0 recorded · 4 not recorded');
});

test('a slip of 45 for 0.045 is said with the fix, and nothing is sent', async () => {
  const { user } = await openLog();
  await user.click(screen.getByRole('button', { name: /^Breath reading/ }));
  const reading = await screen.findByRole('textbox', { name: 'Reading' }, patience);
  await user.type(reading, '45{Enter}');
  expect(reading).toHaveAccessibleDescription(expect.stringContaining('0.000 to 0.600'));
  expect(await readings()).toEqual([]);
});
