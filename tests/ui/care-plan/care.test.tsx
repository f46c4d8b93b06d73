import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aScreen } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';

let stage: Stage;
const user = userEvent.setup({ delay: null });

const world = worldOfFile();

beforeAll(async () => {
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

const panel = (name: string) => screen.findByRole('region', { name }, { timeout: 5_000 });
const dialog = () => screen.findByRole('dialog', {}, { timeout: 5_000 });

async function recordOf(clientId: string) {
  stage.renderAt(`/clients/${clientId}/record`);
  await panel('Medications');
}

test('a medication added late offers the screen, says that nothing was changed in it, and is answered', async () => {
  const { clientId } = await aClient(world);
  await aScreen(world, clientId, { on: day('2026-11-20'), results: { AMP: { result: 'presumptive-positive' } } });
  await recordOf(clientId);
  await user.click(within(await panel('Medications')).getByRole('button', { name: 'Add a medication' }));
  const form = within(await dialog());
  await user.type(form.getByLabelText('Medication'), 'Something New');
  expect(await form.findByText(/no expectation rules yet/)).toBeVisible();
  await user.clear(form.getByLabelText('Medication'));
  await user.type(form.getByLabelText('Medication'), 'Adderall XR');
  await user.clear(form.getByLabelText('First day'));
  await user.type(form.getByLabelText('First day'), '2026-10-01');
  await user.selectOptions(form.getByLabelText('How do you know that it is taken?'), 'The prescriber confirmed it');
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(await within(await panel('Medications')).findByText(/1 screen would be read differently/, {}, { timeout: 5_000 })).toBeVisible();
  const offers = within(await panel('Screens to read again'));
  await user.click(offers.getByRole('button', { name: /^Answer/ }));
  const answer = within(await dialog());
  expect(answer.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(answer.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription('Choose what you decide.');
  await user.click(answer.getByLabelText('Keep as read'));
  await user.type(answer.getByLabelText('Reason'), 'It was bought without a prescription.');
  await user.click(answer.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/1 answered/, {}, { timeout: 5_000 })).toBeVisible();
});

test('what the server refuses stands beside its field and on top, and what was typed stays', async () => {
  const { clientId } = await aClient(world);
  await recordOf(clientId);
  await user.click(within(await panel('Prescribed hours')).getByRole('button', { name: 'Prescribe hours' }));
  const form = within(await dialog());
  await user.type(form.getByLabelText('Hours a week'), '9.3');
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(await form.findByRole('group', { name: 'Some of this can’t be saved yet' })).toHaveFocus();
  expect(form.getByLabelText('Hours a week')).toHaveAccessibleDescription('Write whole or half hours.');
  expect(form.getByLabelText('Hours a week')).toHaveValue('9.3');
  await user.clear(form.getByLabelText('Hours a week'));
  await user.type(form.getByLabelText('Hours a week'), '9');
  await user.click(form.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), { timeout: 5_000 });
  expect(within(await panel('Prescribed hours')).getByRole('rowheader', { name: '9' })).toBeVisible();
});
