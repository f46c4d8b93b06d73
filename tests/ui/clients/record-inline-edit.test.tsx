import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
let clientId: string;
const user = userEvent.setup({ delay: null });

const world = worldOfFile();

beforeAll(async () => {
  ({ clientId } = await aClient(world));
  stage = stageOn(world.appFor('therapist'));
});
beforeEach(() => void stage.renderAt(`/clients/${clientId}/record`));
afterAll(() => stage.close());

const section = async (name: string) => within(await screen.findByRole('region', { name }, { timeout: 5_000 }));

test('the keyboard goes into a section as it opens, and back to its button', async () => {
  for (const [name, first] of [
    ['Who this is', 'First name'],
    ['Other identifiers', 'System'],
  ] as const) {
    const region = await section(name);
    region.getByRole('button', { name: `Edit: ${name}` }).focus();
    await user.keyboard('{Enter}');
    expect(region.getByLabelText(first)).toHaveFocus();
    await user.click(region.getByRole('button', { name: 'Cancel' }));
    expect(region.getByRole('button', { name: `Edit: ${name}` })).toHaveFocus();
  }
});

test('a way of reaching somebody that is wrong is named on top by its place, and Enter saves it once it is right', async () => {
  const region = await section('How to reach them');
  await user.click(region.getByRole('button', { name: 'Edit: How to reach them' }));
  expect(region.getByRole('button', { name: 'Add a way of reaching them' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(region.getByRole('combobox', { name: 'Whose' })).toHaveFocus();
  await user.type(region.getByRole('textbox', { name: 'Phone' }), 'tomorrow{Enter}');
  expect(await region.findByRole('group', { name: 'Some of this can’t be saved as it is' })).toHaveFocus();
  await user.click(region.getByRole('link', { name: /^Way 1 of reaching them: Write a phone number/ }));
  expect(region.getByRole('textbox', { name: 'Phone' })).toHaveFocus();
  await user.clear(region.getByRole('textbox', { name: 'Phone' }));
  await user.type(region.getByRole('textbox', { name: 'Phone' }), '312 555 0142{Enter}');
  expect(await region.findByText('312 555 0142')).toBeVisible();
  expect(region.getByRole('button', { name: 'Edit: How to reach them' })).toHaveFocus();
  expect(screen.getByText('Saved: How to reach them.')).toBeInTheDocument();
});

test('a number that is there twice is named by the place where it stands, without the row that was left empty', async () => {
  const region = await section('Other identifiers');
  await user.click(region.getByRole('button', { name: 'Edit: Other identifiers' }));
  const type = async (row: number, system: string, number: string) => {
    const at = within(region.getByRole('group', { name: `Number ${row}` }));
    await user.type(at.getByLabelText('System'), system);
    await user.type(at.getByLabelText('Number'), number);
  };
  await user.click(region.getByRole('button', { name: 'Add a number' }));
  await user.click(region.getByRole('button', { name: 'Add a number' }));
  await type(2, 'State', '77');
  await type(3, 'State', '77');
  await user.click(region.getByRole('button', { name: 'Save' }));
  const link = await region.findByRole('link', { name: 'Number 2: This is here twice. Leave one out.' });
  await user.click(link);
  expect(within(region.getByRole('group', { name: 'Number 2' })).getByLabelText('Number')).toHaveFocus();
  await user.click(region.getByRole('button', { name: 'Remove number 2' }));
  expect(within(region.getByRole('group', { name: 'Number 1' })).getByLabelText('System')).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await region.findByText('77')).toBeVisible();
});
