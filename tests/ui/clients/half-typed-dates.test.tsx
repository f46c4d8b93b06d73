import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
const user = userEvent.setup({ delay: null });

const world = worldOfFile();

beforeAll(async () => {
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

/** As a browser answers of a date field in which a month stands alone: empty, and not what was meant. */
const halfTyped = (field: HTMLElement) => Object.defineProperty(field, 'validity', { configurable: true, value: { badInput: true } });
const whole = (field: HTMLElement) => Reflect.deleteProperty(field, 'validity');

test('a date that was begun and not finished is not saved as none', async () => {
  const { clientId } = await aClient(world);
  stage.renderAt(`/clients/${clientId}/record`);
  const leave = within(await screen.findByRole('region', { name: 'Leave' }, { timeout: 5_000 }));
  await user.click(leave.getByRole('button', { name: 'Start leave' }));
  const form = within(await screen.findByRole('dialog', {}, { timeout: 5_000 }));
  await user.type(form.getByLabelText('Reason'), 'Family');
  halfTyped(form.getByLabelText('Expected back'));
  await user.click(form.getByRole('button', { name: 'Save' }));
  await user.click(form.getByRole('link', { name: 'Expected back: Write the whole date, or empty it.' }));
  expect(form.getByLabelText('Expected back')).toHaveFocus();
  expect(await world.db.selectFrom('leave_span').select('id').execute()).toEqual([]);
  whole(form.getByLabelText('Expected back'));
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(await leave.findByRole('rowheader', { name: 'Family' }, { timeout: 5_000 })).toBeVisible();
});

test('a birth date that was begun and not finished is not saved as not known', async () => {
  const { clientId } = await aClient(world, { chart: 'H-1' });
  stage.renderAt(`/clients/${clientId}/record`);
  const region = within(await screen.findByRole('region', { name: 'Who this is' }, { timeout: 5_000 }));
  await user.click(region.getByRole('button', { name: 'Edit: Who this is' }));
  await user.clear(region.getByLabelText('Birth date'));
  halfTyped(region.getByLabelText('Birth date'));
  await user.click(region.getByRole('button', { name: 'Save' }));
  expect(region.getByRole('link', { name: 'Birth date: Write the whole date, or empty it.' })).toBeVisible();
  expect(region.getByLabelText('Birth date')).toBeInvalid();
  const stored = () => world.db.selectFrom('client').select('born_on').where('id', '=', clientId).executeTakeFirstOrThrow();
  expect(await stored()).toEqual({ born_on: '1992-02-12' });
  whole(region.getByLabelText('Birth date'));
  await user.click(region.getByRole('button', { name: 'Save' }));
  expect(await region.findByRole('button', { name: 'Edit: Who this is' })).toHaveFocus();
  expect(await stored()).toEqual({ born_on: null });
});

test('nor is that of somebody who is added', async () => {
  stage.renderAt('/clients/new');
  await user.type(await screen.findByLabelText('First name', {}, { timeout: 5_000 }), 'Ida');
  await user.type(screen.getByLabelText('Last name'), 'Halvorsen');
  await user.type(screen.getByLabelText('Chart number'), 'H-2');
  halfTyped(screen.getByLabelText('Birth date'));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Write the chart' })).toBeEnabled());
  await user.click(screen.getByRole('button', { name: 'Write the chart' }));
  expect(screen.getByRole('link', { name: 'Birth date: Write the whole date, or empty it.' })).toBeVisible();
  expect(await world.db.selectFrom('client').select('id').where('chart_number', '=', 'H-2').execute()).toEqual([]);
});
