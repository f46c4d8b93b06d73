import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { comesOn, hasPlan } from '#kit/screen-plans.ts';
import { aPanel } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';

let stage: Stage;
let clientId: string;
const user = userEvent.setup({ delay: null });

const world = worldOfFile();

beforeAll(async () => {
  await aPanel(world);
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());
beforeEach(async () => {
  clientId = (await aClient(world)).clientId;
  await comesOn(world, clientId, ['2026-11-23', '2026-11-25', '2026-11-26'].map(day));
});

const section = async () => {
  stage.renderAt(`/clients/${clientId}/record`);
  const found = await screen.findByRole('region', { name: 'Screens' }, { timeout: 5_000 });
  await within(found).findByText('How often');
  return found;
};

async function planDialog(perWeek: string, gap: string) {
  await user.click(screen.getByRole('button', { name: 'Change the plan' }));
  const dialog = await screen.findByRole('dialog', { name: 'How screens are drawn' }, { timeout: 5_000 });
  const field = async (name: string, value: string) => {
    await user.clear(within(dialog).getByLabelText(name));
    await user.type(within(dialog).getByLabelText(name), value);
  };
  await field('Screens a week, on average', perWeek);
  await field('Longest gap between two, in days', gap);
  return dialog;
}
const save = (dialog: HTMLElement) => user.click(within(dialog).getByRole('button', { name: 'Save the plan' }));

test('the program’s plan is said to be the program’s, with what it gives on their days', async () => {
  const screens = await section();
  expect(screens).toHaveTextContent('About 1.5 a week, never more than 7 days between two');
  expect(screens).toHaveTextContent('The program’s plan');
  expect(screens).toHaveTextContent('None due since 29 Sep');
  expect(screens).toHaveTextContent('2 collection days a week, of which about 1.5 are drawn');
});

test('a plan that can’t be is refused beside its field before it is sent, and a number that isn’t one is asked for again', async () => {
  await section();
  const dialog = await planDialog('one', '3');
  await save(dialog);
  expect(within(dialog).getByRole('link', { name: 'Write how many screens a week, as 1.5.' })).toBeVisible();
  expect(within(dialog).getByRole('group', { name: 'The plan isn’t saved yet' })).toHaveFocus();
  await user.clear(within(dialog).getByLabelText('Screens a week, on average'));
  await user.type(within(dialog).getByLabelText('Screens a week, on average'), '1');
  await save(dialog);
  expect(within(dialog).getByLabelText('Longest gap between two, in days')).toHaveAccessibleDescription(/at least 2\.5 a week/);
});

test('where somebody changed the plan first, it is said what holds now, and what was typed stays', async () => {
  const screens = await section();
  const dialog = await planDialog('1', '14');
  await hasPlan(world, clientId, { perWeek: 3, maxGapDays: 5 });
  await save(dialog);
  expect(
    await within(dialog).findByText(/therapist of North changed this plan while you had it open: About 3 a week, never more than 5 days/),
  ).toBeVisible();
  expect(within(dialog).getByLabelText('Screens a week, on average')).toHaveValue('1');
  await save(dialog);
  expect(await within(screens).findAllByText('About 1 a week, never more than 14 days between two')).toHaveLength(2);
  await user.click(within(screens).getByText('Every change of the plan'));
  expect(within(screens).getByText(/About 3 a week/)).toBeInTheDocument();
});

test('a plan of one’s own can be given back to the program', async () => {
  await hasPlan(world, clientId, { perWeek: 3, maxGapDays: 5 });
  const screens = await section();
  expect(screens).toHaveTextContent('About 3 a week');
  const dialog = await planDialog('3', '5');
  await user.click(within(dialog).getByRole('button', { name: 'Follow the program again' }));
  expect(await within(screens).findByText('About 1.5 a week, never more than 7 days between two')).toBeVisible();
});
