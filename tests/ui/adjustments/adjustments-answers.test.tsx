import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCase, aSignature, aTalk } from '#kit/adjustments.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

type Case = Awaited<ReturnType<typeof aCase>>;

let stage: Stage;
const user = userEvent.setup({ delay: null });
const nowhere = /discharg|terminat|expel|expuls|dismiss|clean|dirty|relaps|non-?complian/i;

const world = worldOfFile();

beforeAll(async () => {
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

async function opened(one: Case): Promise<HTMLElement> {
  stage.renderAt(`/clients/${one.clientId}/adjustments/${one.adjustmentId}`);
  await screen.findByRole('heading', { level: 1, name: /Jordan’s plan/ });
  return screen.getByRole('main');
}

test('nothing is answered for the person who signs: no box is ticked, no choice made, no field filled in', async () => {
  const page = await opened(await aCase(world));
  await user.click(screen.getByRole('radio', { name: 'Explained, with a reason' }));
  await user.click(screen.getByRole('radio', { name: 'Presumptive, go ahead' }));
  const ticked = [...within(page).getAllByRole('checkbox'), ...within(page).getAllByRole('radio')].filter(
    (box) => (box as HTMLInputElement).checked,
  );
  expect(ticked).toEqual([screen.getByRole('radio', { name: 'Presumptive, go ahead' })]);
  for (const field of within(page).getAllByRole('textbox')) expect(field).toHaveValue('');
  for (const list of within(page).getAllByRole('combobox')) expect(list).toHaveValue('');
});

test('“no change needed” is a decision with a reason: without one it isn’t signed', async () => {
  const one = await aCase(world);
  expect((await one.send('talk', aTalk({ safety: 'checked-no-concern', naloxone: 'has-it' }), 1)).status).toBe(200);
  const page = await opened(one);
  await user.click(screen.getByRole('checkbox', { name: 'No change needed, with a reason' }));
  await user.click(screen.getByRole('radio', { name: 'agrees' }));
  await user.click(screen.getByRole('button', { name: /Sign “no change needed”/ }));
  const links = within(screen.getByRole('group', { name: 'Some answers are missing or need another look' })).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual(['Say why no change is needed.']);
  expect((await one.stored()).signed_at).toBeNull();

  await user.type(screen.getByLabelText('Why is no change needed?'), 'The plan holds.');
  await user.click(screen.getByRole('button', { name: /Sign “no change needed”/ }));
  expect(await screen.findByText('Signed: no change needed. Nothing more is due.')).toBeVisible();
  expect(await one.stored()).toMatchObject({ no_change_reason: 'The plan holds.' });
  expect(page).not.toHaveTextContent(nowhere);
});

test('an explained result is recorded with how it is known, and leaves no task', async () => {
  const one = await aCase(world);
  await opened(one);
  await user.click(screen.getByRole('radio', { name: 'Explained, with a reason' }));
  await user.click(screen.getByRole('button', { name: /Record the explanation/ }));
  const summary = within(screen.getByRole('group', { name: 'Some answers are missing or need another look' }));
  expect(
    summary
      .getAllByRole('link')
      .map(({ textContent }) => textContent)
      .slice(0, 2),
  ).toEqual(['Choose what explains it.', 'Write how you know.']);
  await user.click(screen.getByRole('radio', { name: 'a medication' }));
  await user.type(screen.getByLabelText(/How do you know/), 'Cough syrup, bottle seen.');
  await user.click(screen.getByRole('radio', { name: 'has it' }));
  await user.click(screen.getByRole('button', { name: /Record the explanation/ }));
  expect(await screen.findAllByText(/a medication: Cough syrup, bottle seen\./)).not.toHaveLength(0);
  expect(screen.getByRole('main')).toHaveTextContent('The explanation is recorded. Nothing more is due for this result.');
  expect(screen.queryByRole('button', { name: /^Sign (plan|“no)/ })).not.toBeInTheDocument();
});

const promise = 'It doesn’t change Jordan’s place in the program.';

test.each<[string, string, (one: Case) => Promise<void>]>([
  ['waits for the talk', promise, () => Promise.resolve()],
  ['waits for the signature', promise, async (one) => void (await one.send('talk', aTalk(), 1))],
  [
    'is signed',
    'Saturday 2 pm skills group',
    async (one) => {
      await one.send('talk', aTalk(), 1);
      expect((await one.send('signature', aSignature(world), 2)).status).toBe(200);
    },
  ],
])('the way out of the program is nowhere on a page that %s', async (_, shows, bring) => {
  const one = await aCase(world);
  await bring(one);
  const page = await opened(one);
  expect(page).toHaveTextContent(shows);
  const options = [...page.querySelectorAll('option')].map(({ textContent }) => textContent).join(' ');
  expect(`${page.textContent} ${options}`).not.toMatch(nowhere);
});
