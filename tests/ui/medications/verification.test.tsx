import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aScreen } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
let clientId: string;
const user = userEvent.setup({ delay: null });
const world = worldOfFile();

beforeAll(async () => {
  clientId = (await aClient(world, { openedOn: day('2026-08-01') })).clientId;
  await aScreen(world, clientId, { results: { OXY: { result: 'presumptive-positive' } } });
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

const typed = async (form: ReturnType<typeof within>, label: RegExp, text: string) => {
  await user.clear(form.getByLabelText(label));
  await user.type(form.getByLabelText(label), text);
};

test('a medication that the client reports explains nothing until somebody says how they know that it is taken', async () => {
  stage.renderAt(`/clients/${clientId}/record`);
  const list = within(await screen.findByRole('region', { name: 'Medications' }, { timeout: 8_000 }));
  await user.click(list.getByRole('button', { name: 'Add a medication' }));
  const form = within(await screen.findByRole('dialog', {}, { timeout: 5_000 }));
  await typed(form, /^Medication/, 'Something New');
  expect(form.getByText(/has no expectation rules yet/)).toBeVisible();
  await typed(form, /^Medication/, 'OxyContin');
  expect(form.queryByText(/has no expectation rules yet/)).toBeNull();
  await typed(form, /^First day/, '2026-10-01');
  await user.click(form.getByRole('button', { name: 'Save' }));
  const row = within(await list.findByRole('row', { name: /OxyContin/ }, { timeout: 5_000 }));
  expect(row.getByText('Reported, not verified yet: it explains no result.')).toBeVisible();
  expect(row.getByText(/oxycodone should show on urine cup, laboratory urine; .*oxymorphone/)).toBeVisible();

  await user.click(row.getByRole('button', { name: 'Verify: OxyContin' }));
  const check = within(await screen.findByRole('dialog', { name: 'How do you know that OxyContin is taken?' }, { timeout: 5_000 }));
  await user.selectOptions(check.getByLabelText('How do you know that it is taken?'), 'The pharmacy confirmed it');
  await user.click(check.getByRole('button', { name: 'Save' }));
  expect(await row.findByText('Confirmed by the pharmacy, therapist of North', {}, { timeout: 5_000 })).toBeVisible();
  expect(row.queryByRole('button', { name: 'Verify: OxyContin' })).toBeNull();
  expect(await list.findByText(/Saved. 1 screen would be read differently/)).toBeVisible();
});
