import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPanel } from '#kit/sessions.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
const user = userEvent.setup({ delay: null });

const world = worldOfFile();

beforeAll(async () => {
  await aPanel(world);
  stage = stageOn(world.appFor('director'));
});
afterAll(() => stage.close());

const rowsOf = (form: ReturnType<typeof within>) => form.getAllByRole('group', { name: /^Row \d/ }).map((row: HTMLElement) => within(row));

test('a row is for any panel until one of its specimen is chosen, and is shown so afterwards', async () => {
  stage.renderAt('/expectations');
  await user.click(await screen.findByRole('button', { name: 'Edit: diazepam' }, { timeout: 5_000 }));
  const form = within(await screen.findByRole('dialog', {}, { timeout: 5_000 }));
  await user.click(form.getByRole('button', { name: 'Add a row' }));
  const added = () => rowsOf(form).at(-1) ?? form;
  expect(added().getByLabelText('Panel')).toHaveDisplayValue('Any panel');
  expect(added().getByLabelText('Analyte')).toHaveFocus();
  await user.type(added().getByLabelText('Analyte'), 'bzo');
  await user.selectOptions(added().getByLabelText('Panel'), '12-panel cup');
  await user.selectOptions(added().getByLabelText('Specimen'), 'laboratory urine');
  expect(within(added().getByLabelText('Panel')).getAllByRole('option')).toHaveLength(1);
  await user.selectOptions(added().getByLabelText('Specimen'), 'urine cup');
  expect(added().getByLabelText('Panel')).toHaveDisplayValue('Any panel');
  await user.selectOptions(added().getByLabelText('Panel'), '12-panel cup');
  await user.selectOptions(added().getByLabelText('What it does'), 'may show');
  await user.type(added().getByLabelText('Shows after, days'), '2');
  await user.type(added().getByLabelText('Clears after, days'), 'ten');
  await user.type(form.getByLabelText('Reason'), 'The box says so.');
  await user.click(form.getByRole('button', { name: 'Save' }));
  await user.click(await form.findByRole('link', { name: /^Row \d+: / }));
  expect(added().getByLabelText('Clears after, days')).toHaveFocus();
  expect(added().getByLabelText('Clears after, days')).toBeInvalid();
  await user.clear(added().getByLabelText('Clears after, days'));
  await user.type(added().getByLabelText('Clears after, days'), '10');
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('12-panel cup only', {}, { timeout: 5_000 })).toBeVisible();
  const stored = await world.db
    .selectFrom('expectation_rule')
    .innerJoin('panel', 'panel.id', 'panel_id')
    .select(['medication', 'analyte', 'expectation', 'panel.name'])
    .execute();
  expect(stored).toEqual([{ medication: 'diazepam', analyte: 'BZO', expectation: 'may-show', name: '12-panel cup' }]);
});
