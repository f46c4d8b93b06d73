import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aScreen } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
const user = userEvent.setup({ delay: null });
const world = worldOfFile();

beforeAll(async () => {
  const { clientId } = await aClient(world, { openedOn: day('2026-08-01') });
  await aScreen(world, clientId, { results: { 'ZQ-7': { result: 'presumptive-positive' }, COC: { result: 'negative' } } });
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

test('a code that nobody knows asks which drug it is, and an answer can be corrected', async () => {
  stage.renderAt('/expectations');
  const panel = within(await screen.findByRole('region', { name: 'Which drug is this?' }, { timeout: 5_000 }));
  expect(panel.getByText('printed as ZQ-7. On 1 screen, detected on 1; the last on 21 Nov 2026.')).toBeVisible();
  await user.click(panel.getByRole('button', { name: 'Answer: ZQ7' }));
  const form = within(await screen.findByRole('dialog', { name: 'Which drug is ZQ7?' }, { timeout: 5_000 }));
  await user.type(form.getByLabelText(/^Drug/), 'newdrug');
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(await form.findAllByText(/No drug is known by this name/)).not.toHaveLength(0);
  await user.selectOptions(form.getByLabelText('It belongs to'), 'an opioid');
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(await panel.findByText('Saved. 1 screen is read as newdrug (opioid).', {}, { timeout: 5_000 })).toBeVisible();
  await user.click(panel.getByText('1 answered'));
  expect(panel.getByText('ZQ7 is newdrug (opioid), says therapist of North.')).toBeVisible();
  expect(panel.getByRole('button', { name: 'Correct: ZQ7' })).toBeVisible();
  const clocks = await world.db.selectFrom('safety_concern').select('trigger').execute();
  expect(clocks).toEqual([{ trigger: 'unexpected-opioid' }]);
});
