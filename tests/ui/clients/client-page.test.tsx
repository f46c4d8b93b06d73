import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, day } from '#domain/calendar/calendar.ts';
import { complaintsOfAFault, expectComplaint } from '#kit/browser.ts';
import { aClient } from '#kit/clients.ts';
import { aJourney } from '#kit/journeys.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';

let stage: Stage;
let clientId: string;
const user = userEvent.setup({ delay: null });

const world = worldOfFile();

beforeAll(async () => {
  ({ clientId } = await aJourney(world));
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

async function opened(search = '') {
  const shown = stage.renderAt(`/clients/${clientId}${search}`);
  await screen.findByRole('table', { name: 'Screens by day', hidden: true }, { timeout: 5_000 });
  return shown;
}
const figure = () => screen.getByRole('figure', { name: /^Journey/ });

test('who this is stands there twice: the name, and the birth date and chart number beside it', async () => {
  await opened();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Jordan M.');
  expect(screen.getByRole('main')).toHaveTextContent('born 12 Feb 1992 · chart 4417');
  expect(document.title).not.toMatch(/Jordan|Marsh|4417/);
});

test('hours that nobody prescribed are said to be unknown, never drawn as none', async () => {
  await opened();
  expect(screen.getByRole('main')).toHaveTextContent('Delivered 48 hours; prescribed hours aren’t known.');
  const hours = within(screen.getByRole('table', { name: 'Hours by week', hidden: true }));
  const [, first] = hours.getAllByRole('row', { hidden: true });
  expect(within(first ?? document.body).getAllByRole('cell', { hidden: true })[0]).toHaveTextContent('not known');
});

test('the table beside the drawing has a cell for every mark of it', async () => {
  await opened();
  const marks = () => figure().querySelectorAll('svg [data-mark]:not([data-mark="false"])').length;
  await waitFor(() => expect(marks()).toBeGreaterThan(20));
  await waitFor(() => expect(figure().querySelectorAll('td[data-cell]')).toHaveLength(marks()));
});

test('a criterion that nobody looked at is not known; and a person decides, not the count', async () => {
  await opened();
  const row = (name: string) =>
    within(screen.getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .at(-1);
  expect(row('Continuing-care plan on record')).toHaveTextContent('met');
  expect(row('A safe place to live')).toHaveTextContent(/not (yet|known)/);
  expect(screen.getByText('Criteria inform a review; a person decides. A result never moves anyone back.')).toBeVisible();
});

test('what changed, why, in whose words and what followed stand together, and claim no cause', async () => {
  await opened();
  const panel = within(screen.getByRole('region', { name: /Before and after A1/ }));
  for (const said of ['Saturday skills group, from Sat 3 Oct', 'Cocaine, presumptive, Thu 1 Oct', '“The evenings are long.”'])
    expect(panel.getByText(said, { exact: false })).toBeVisible();
  expect(panel.getAllByText('Screens collected')[0]).toBeVisible();
  expect(panel.getByText(/doesn't prove cause/)).toBeVisible();
});

test('the days shown are in the address, and an address with days shows those', async () => {
  const { address } = await opened();
  const all = figure().querySelectorAll('td[data-cell]').length;
  await user.click(screen.getByRole('button', { name: '4 w' }));
  await waitFor(() => expect(address()).toBe(`/clients/${clientId}?from=${addDays(day('2026-11-23'), -27)}&to=2026-11-23`));
  await waitFor(() => expect(figure().querySelectorAll('td[data-cell]').length).toBeLessThan(all));
  expect(screen.getByRole('region', { name: /^Journey/ })).toHaveTextContent('27 Oct to 23 Nov');
});

test.each(['?from=2026-02-31&to=2026-11-23', '?from=2026-11-23&to=2026-11-01', '?from=yesterday&to=now'])(
  'days that make no sense (%s) are left aside and the whole episode is shown',
  async (search) => {
    const { address } = await opened(search);
    expect(address()).toBe(`/clients/${clientId}`);
    expect(screen.getByRole('button', { name: 'Whole episode' })).toHaveAttribute('aria-pressed', 'true');
  },
);

test.each<[string, () => Promise<string>]>([
  [
    'of another organization',
    async () => (await aClient({ ...world, ...(await anOrganization(world.db, 'South')) }, { lastName: 'Hidden' })).clientId,
  ],
  ['that doesn’t exist', () => Promise.resolve('00000000-0000-4000-8000-000000000000')],
])('a client %s is refused in the same words, with nothing about anybody', async (_, idOf) => {
  for (const about of complaintsOfAFault) expectComplaint(about);
  stage.renderAt(`/clients/${await idOf()}`);
  expect(await screen.findByText('You don’t have access to this client. Ask your supervisor to add you to the care team.')).toBeVisible();
  expect(screen.getByRole('main')).not.toHaveTextContent(/Hidden|Jordan|\d/);
});
