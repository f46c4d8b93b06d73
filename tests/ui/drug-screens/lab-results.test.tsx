import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCase, aScreen, aTalk } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
const patience = { timeout: 10_000 };
const world = worldOfFile();

beforeAll(() => {
  stage = stageOn(world.appFor('tech'));
});
afterAll(() => stage.close());

test('nothing waits, and the page says so', async () => {
  stage.renderAt('/lab');
  expect(await screen.findByText('Nothing waits for a laboratory.', {}, patience)).toBeVisible();
});

test('a report is entered by keyboard alone, and its specimen leaves the queue', async () => {
  const user = userEvent.setup({ delay: null });
  const { send, stored } = await aCase(world);
  await send('talk', aTalk({ checked: 'send-to-lab' }), 1);
  await aScreen(world, (await aClient(world, { lastName: 'Later' })).clientId, { results: { THC: { result: 'pending' } } });
  stage.renderAt('/lab');
  const table = within(await screen.findByRole('table', { name: 'Specimens that wait for a laboratory' }, patience));
  const row = table.getByRole('row', { name: /^Marsh, Jordan/ });
  expect(row).toHaveTextContent(/12 Feb 1992.*Sat 21 Nov.*2 days.*cocaine, presumptive/);
  expect(row).not.toHaveTextContent(/expected/);
  row.focus();
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Laboratory result: Marsh, Jordan' }, patience));
  expect(dialog.getByText(/^Born 12 Feb 1992 · chart /)).toBeVisible();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText('Write the day of collection that is on the report.')).toBeVisible();
  expect(dialog.getByText('Say of one analyte or more what the laboratory found.')).toBeVisible();
  const date = dialog.getByLabelText('Collected on, as the report says');
  await user.type(date, '2026-11-20');
  dialog.getByRole('radio', { name: 'confirmed' }).focus();
  await user.keyboard('n');
  expect(dialog.getByRole('radio', { name: 'not confirmed' })).toBeChecked();
  await user.type(dialog.getByLabelText('cocaine: quantity'), '12');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await dialog.findByText(/A report with another day belongs to another specimen/, {}, patience)).toBeVisible();
  await user.clear(date);
  await user.type(date, '2026-11-21');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const saved = 'Marsh, Jordan: saved. 1 not confirmed. What rested on the earlier reading follows it.';
  await waitFor(() => expect(screen.getAllByText(saved)).not.toHaveLength(0), patience);
  await waitFor(() => expect(table.queryByRole('row', { name: /^Marsh, Jordan/ })).toBeNull(), patience);
  expect(table.getByRole('row', { name: /^Later, Jordan/ })).toBeVisible();
  expect((await stored()).amended_at).not.toBeNull();
});

test('every presumptive result can be looked for, and what only the report holds is added', async () => {
  const user = userEvent.setup({ delay: null });
  await aScreen(world, (await aClient(world, { lastName: 'Unsent' })).clientId);
  stage.renderAt('/lab');
  await user.click(await screen.findByRole('button', { name: 'Every presumptive result' }, patience));
  await user.click(await screen.findByRole('button', { name: 'Enter result: Unsent, Jordan, collected Sat 21 Nov' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  await user.type(dialog.getByLabelText('Another analyte on the report'), 'norfentanyl{Enter}');
  expect(dialog.getByRole('group', { name: /norfentanyl/i })).toBeVisible();
});
