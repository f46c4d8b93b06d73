import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { attended } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { aConcern, aGoal, aPhaseSpan } from '#kit/reviews.ts';
import { worldOfFile } from '#kit/world.ts';

const patience = { timeout: 20_000 };

let stage: Stage;
let joId: string;
let mayaId: string;

const world = worldOfFile();

beforeAll(async () => {
  joId = (await aClient(world, { firstName: 'Jo', lastName: 'Ek' })).clientId;
  mayaId = (await aClient(world, { firstName: 'Maya', lastName: 'Tran' })).clientId;
  await attended(world, [joId, mayaId], [day('2026-11-18'), day('2026-11-21')]);
  await aGoal(world, joId);
  await aPhaseSpan(world, joId, { number: 1, from: day('2026-10-05'), reviewOn: day('2026-11-26') });
  await aConcern(world, mayaId);
  stage = stageOn(world.appFor('therapist'));
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

test('a goal review is signed from its row on Today, with a rating in the words of its levels, and the row goes on to the next reason', async () => {
  stage.renderAt('/today');
  const row = await screen.findByRole('listitem', { name: 'Jo E.' }, patience);
  expect(row).toHaveTextContent('Goal 1 review due');
  await userEvent.click(row);
  await userEvent.click(within(row).getByRole('button', { name: /Record the review/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Review with Jo E.' }, patience));
  await userEvent.click(await dialog.findByRole('radio', { name: /\+1 A trial day/ }, patience));
  await userEvent.click(dialog.getByRole('button', { name: 'Sign the review' }));
  expect(dialog.getByRole('textbox', { name: 'What came of it' })).toHaveAccessibleDescription(/Write a sentence/);
  await userEvent.type(dialog.getByRole('textbox', { name: 'What came of it' }), 'A trial day at the bakery went well.');
  await userEvent.click(dialog.getByRole('button', { name: 'Sign the review' }));
  expect(await screen.findByText(/Phase 1 review due/, {}, patience)).toBeVisible();
  expect(screen.queryByText(/Goal 1 review due/)).not.toBeInTheDocument();
});

test('a phase review is signed from the client’s page, and starts with nothing decided', async () => {
  stage.renderAt(`/clients/${joId}`);
  await userEvent.click(await screen.findByRole('button', { name: /Review: Phase 1 review/ }, patience));
  const dialog = within(await screen.findByRole('dialog', { name: 'Review with Jo E.' }, patience));
  const stay = await dialog.findByRole('radio', { name: 'Stay in this phase' }, patience);
  expect(stay).not.toBeChecked();
  await userEvent.click(stay);
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Plan 1 written' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'What came of it' }), 'Stays; the evenings need two more weeks.');
  await userEvent.click(dialog.getByRole('button', { name: 'Sign the review' }));
  await expect.poll(() => screen.queryByRole('button', { name: /Review: Phase 1 review/ }), patience).toBeNull();
});

test('a safety concern asks who was told, then for a statement of what was done, and never takes that somebody is safe', async () => {
  stage.renderAt('/today');
  const row = await screen.findByRole('listitem', { name: 'Maya T.' }, patience);
  expect(row).toHaveTextContent('(PHQ-9)');
  await userEvent.click(row);
  await userEvent.click(within(row).getByRole('button', { name: /Record who was told/ }));
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Who was notified, and what they will do' }, patience),
    'Dr Shah, calling now',
  );
  fireEvent.change(screen.getByLabelText('When'), { target: { value: '2026-11-23T08:00' } });
  await userEvent.click(screen.getByRole('button', { name: 'Record' }));
  await userEvent.click(await screen.findByRole('button', { name: /Record the check/ }, patience));
  const statement = await screen.findByRole('textbox', { name: 'What was done, and by whom' }, patience);
  fireEvent.change(screen.getByLabelText('When'), { target: { value: '2026-11-23T08:01' } });
  await userEvent.type(statement, 'Dr Shah called her and she is safe.');
  await userEvent.click(screen.getByRole('button', { name: 'Sign what was done' }));
  await expect.poll(() => statement.getAttribute('aria-describedby'), patience).toContain('error');
  expect(statement).toHaveAccessibleDescription(/Nobody can sign that somebody is safe/);
  await userEvent.clear(statement);
  await userEvent.type(statement, 'Dr Shah called her; her sister stays tonight.');
  await userEvent.click(screen.getByRole('button', { name: 'Sign what was done' }));
  await expect.poll(() => screen.queryAllByText(/self-harm item/), patience).toHaveLength(0);
});
