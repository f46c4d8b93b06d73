import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aCase, aSignature, aTalk, post, seen } from '#kit/adjustments.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';
import { faults } from '#mocks/faults.ts';

let stage: Stage;
const user = userEvent.setup({ delay: null });

const world = worldOfFile();

beforeAll(async () => {
  stage = stageOn(world.appFor('therapist'));
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

type Case = Awaited<ReturnType<typeof aCase>>;

async function opened(one: Case) {
  const shown = stage.renderAt(`/clients/${one.clientId}/adjustments/${one.adjustmentId}`);
  await screen.findByRole('heading', { level: 1, name: 'Adjust Jordan’s plan' });
  return shown;
}

async function talk() {
  await user.click(screen.getByRole('radio', { name: 'Presumptive, go ahead' }));
  await user.selectOptions(screen.getByLabelText('When'), 'now');
  await user.selectOptions(screen.getByLabelText('How'), 'in person');
  await user.selectOptions(screen.getByLabelText('Safety today'), 'checked, on-call not needed');
  await user.type(screen.getByLabelText(/What did Jordan tell you/), 'I went to my cousin.');
  await user.click(screen.getByRole('radio', { name: 'given today' }));
}

async function plan() {
  await user.click(screen.getByRole('checkbox', { name: 'Add group' }));
  const group = within(screen.getByRole('group', { name: 'Add group' }));
  await user.type(group.getByLabelText('What exactly'), 'Saturday skills group');
  await user.type(group.getByLabelText('From'), '2026-11-28');
  await user.selectOptions(group.getByLabelText('Who'), 'therapist of North');
  await user.type(screen.getByLabelText('Follow-up date'), '2026-12-07');
  await user.selectOptions(screen.getByLabelText('By'), 'therapist of North');
  await user.type(screen.getByLabelText('What would better look like?'), 'Ten hours a week');
  await user.click(screen.getByRole('radio', { name: 'agrees' }));
}

test('a therapist talks, changes the plan and signs; the page says when it is looked at again', async () => {
  const one = await aCase(world);
  await opened(one);
  await talk();
  await plan();
  const summary = screen.getByRole('region', { name: 'What you will sign' });
  expect(summary).toHaveTextContent('Saturday skills group, from 28 Nov');
  expect(summary).toHaveTextContent('You’ll see the follow-up on Today on Mon 7 Dec.');

  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(document.activeElement).toHaveTextContent('Plan change signed. You’ll see the follow-up on Today on Mon 7 Dec.'),
  );
  expect(screen.queryByRole('button', { name: /Sign plan/ })).not.toBeInTheDocument();
  expect(screen.getByText('Saturday skills group')).toBeVisible();
  expect(await one.stored()).toMatchObject({
    own_words: 'I went to my cousin.',
    own_words_exportable: false,
    follow_up_on: '2026-12-07',
    client_view: 'agrees',
  });
});

test('signing a blank page names every missing answer, takes the focus there, and leads to each field', async () => {
  await opened(await aCase(world));
  await user.click(screen.getByRole('button', { name: /Sign plan change/ }));
  const summary = screen.getByRole('group', { name: 'Some answers are missing or need another look' });
  expect(summary).toHaveFocus();
  expect(
    within(summary)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Choose how the result was checked.',
    'Say when you talked.',
    'Choose how you talked.',
    'Choose what was done about safety today.',
    'Choose what was said about naloxone.',
    'Choose at least one change, or say why none is needed.',
    'Choose the client’s view.',
  ]);
  await user.click(within(summary).getByRole('link', { name: 'Choose how you talked.' }));
  expect(screen.getByLabelText('How')).toHaveFocus();
  expect(screen.getByLabelText('How')).toHaveAccessibleDescription('Choose how you talked.');
});

test('without a network nothing is lost, and the same button stores it once when it is back', async () => {
  const one = await aCase(world);
  await opened(one);
  await talk();
  stage.network.use(faults.offline('/clients/*'));
  await user.click(screen.getByRole('button', { name: 'Note talk' }));
  expect(await screen.findByText(/You’re offline. What you wrote is kept/, {}, { timeout: 5_000 })).toBeVisible();
  expect(screen.getByLabelText(/What did Jordan tell you/)).toHaveValue('I went to my cousin.');

  stage.network.resetHandlers();
  await user.click(screen.getByRole('button', { name: 'Note talk' }));
  expect(await screen.findByText('Talk noted. Sign the plan change when it is agreed.')).toBeVisible();
  expect((await one.stored()).version).toBe(2);
});

test('an answer that is lost on the way is asked for again, and the change is signed once', async () => {
  const one = await aCase(world);
  await opened(one);
  await talk();
  await plan();
  stage.network.use(faults.firstAnswerLost('/clients/*/adjustments/*/signature', world.appFor('therapist')));
  await user.click(screen.getByRole('button', { name: /Sign plan change/ }));
  expect(await screen.findByText(/^Plan change signed/, {}, { timeout: 5_000 })).toBeVisible();
  expect((await one.stored()).version).toBe(3);
});

test('whoever was too late reads who did what, and keeps the words that were typed', async () => {
  const one = await aCase(world);
  await opened(one);
  await talk();
  await post(
    world,
    'director',
    `/clients/${one.clientId}/adjustments/${one.adjustmentId}/talk`,
    aTalk({ ownWords: 'Told to the director' }),
    seen(1),
  );
  await user.click(screen.getByRole('button', { name: 'Note talk' }));
  const notice = await screen.findByText(/director of North noted the talk/);
  const box = notice.closest('[role="alert"]');
  await waitFor(() => expect(box).toHaveTextContent('I went to my cousin.'));
  expect((await one.stored()).own_words).toBe('Told to the director');
});

test('a page with a draft whose adjustment somebody else signed doesn’t call it unsigned', async () => {
  const one = await aCase(world);
  await opened(one);
  await talk();
  expect(screen.getByText(/· not signed yet$/)).toBeVisible();
  await one.send('talk', aTalk(), 1);
  await one.send('signature', aSignature(world), 2);
  await user.click(screen.getByRole('button', { name: 'Note talk' }));
  expect(await screen.findByText(/^Signed today/)).toBeVisible();
  expect(screen.queryByText(/not signed yet/)).not.toBeInTheDocument();
  expect(screen.getByText(/· not saved yet$/)).toBeVisible();
});

test('leaving with words that are not stored asks first, and staying keeps them', async () => {
  const one = await aCase(world);
  const { address } = await opened(one);
  await user.type(screen.getByLabelText(/What did Jordan tell you/), 'Half a sentence');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  const dialog = await screen.findByRole('dialog', { name: 'Leave before signing?' });
  const [, stay] = within(dialog).getAllByRole('button', { name: 'Stay' });
  await user.click(stay ?? dialog);
  expect(address()).toContain('/adjustments/');
  expect(screen.getByLabelText(/What did Jordan tell you/)).toHaveValue('Half a sentence');
});
