import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { aSession } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { forwardTo } from '#mocks/forward.ts';

let stage: Stage;
const user = userEvent.setup({ delay: null });
// A page’s code is fetched the first time that it is opened.
const first = { timeout: 20_000 };

const world = worldOfFile();

beforeAll(async () => {
  await aClient(world, { firstName: 'Dana', lastName: 'Reyes', chart: 'D-1' });
  stage = stageOn(world.appFor('director'));
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

const dialog = () => screen.findByRole('dialog', undefined, first);
const typed = async (label: string, text: string) => {
  const field = within(await dialog()).getByLabelText(label);
  await user.clear(field);
  await user.type(field, text);
};
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

test('a director goes from nothing to a running week: a group, when it meets, who is in it', { timeout: 60_000 }, async () => {
  const { address } = stage.renderAt('/sessions');
  await user.click(await screen.findByRole('link', { name: 'Add the first group' }, { timeout: 20_000 }));
  await user.click(await screen.findByRole('button', { name: 'Add a group' }));
  await typed('Name', 'Evening');
  await user.click(within(await dialog()).getByRole('button', { name: 'Add group' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Evening' }, first)).toBeVisible();
  expect(address()).toMatch(/^\/sessions\/groups\/[0-9a-f-]+$/);

  await user.click(screen.getByRole('button', { name: 'Add a meeting' }));
  await typed('Starts', '18:00');
  await typed('Ends', '17:00');
  await user.click(within(await dialog()).getByRole('button', { name: 'Save' }));
  const problem = await within(await dialog()).findByRole('link', { name: /must end after it starts/ });
  expect(problem.closest('[tabindex="-1"]')).toHaveFocus();
  await user.click(problem);
  expect(within(await dialog()).getByLabelText('Ends')).toHaveFocus();
  await typed('Ends', '21:00');
  await user.click(within(await dialog()).getByRole('button', { name: 'Save' }));
  await gone();
  expect(await screen.findByRole('rowheader', { name: 'Monday 6 to 9 pm' })).toBeVisible();

  await user.click(await screen.findByRole('button', { name: 'Add somebody' }));
  await typed('Who', 'Rey');
  await user.click(await within(await dialog()).findByRole('button', { name: /Dana Reyes/ }));
  await user.click(within(await dialog()).getByRole('button', { name: 'Add to roster' }));
  await gone();
  expect(await screen.findByRole('link', { name: 'Dana Reyes' })).toBeVisible();
  const next = (await screen.findByRole('rowheader', { name: 'Mon 30 Nov' })).closest('tr');
  expect(next).toHaveTextContent('6 to 9 pm');
  await waitFor(() => expect(next).toHaveTextContent('1'));
});

test('a director ends the group once nobody holds a place in it, and takes the end back', { timeout: 60_000 }, async () => {
  stage.renderAt('/sessions/groups');
  await user.click(await screen.findByRole('link', { name: 'Evening' }, first));
  await user.click(await screen.findByRole('button', { name: 'End group' }, first));
  await user.click(within(await dialog()).getByRole('button', { name: 'End group' }));
  expect(await within(await dialog()).findByRole('link', { name: /^One person holds a place in Evening after 23 Nov 2026/ })).toBeVisible();
  await user.click(within(await dialog()).getByRole('button', { name: 'Cancel' }));
  await gone();
  await user.click(await screen.findByRole('button', { name: 'End the place of Dana Reyes' }));
  await typed('Last day', '2026-11-22');
  await user.click(within(await dialog()).getByRole('button', { name: 'End place' }));
  await gone();

  await user.click(screen.getByRole('button', { name: 'End group' }));
  await typed('Last day', '2026-11-22');
  await user.click(within(await dialog()).getByRole('button', { name: 'End group' }));
  await gone();
  expect(await screen.findByText(/last day 22 Nov 2026$/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add a meeting' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Add somebody' })).not.toBeInTheDocument();

  await user.click(screen.getByRole('link', { name: 'Groups' }));
  await user.click(await screen.findByText('Ended groups', { selector: 'summary span' }, first));
  const row = (await screen.findByRole('link', { name: 'Evening' })).closest('tr');
  expect(row).toHaveTextContent('22 Nov 2026');
  await user.click(screen.getByRole('link', { name: 'Evening' }));
  await user.click(await screen.findByRole('button', { name: 'Take the end back' }, first));
  await user.click(within(await dialog()).getByRole('button', { name: 'Take the end back' }));
  await gone();
  expect(await screen.findByRole('button', { name: 'Add a meeting' })).toBeVisible();
});

test('a therapist cancels a session by the program with a reason, and holds it after all', { timeout: 60_000 }, async () => {
  stage.network.use(forwardTo(world.appFor('therapist')));
  await aSession(world, { on: day('2026-11-25'), title: 'Skills' });
  stage.renderAt('/sessions?date=2026-11-25');
  await user.click(await screen.findByRole('button', { name: 'Change: Skills' }, first));
  await user.selectOptions(within(await dialog()).getByLabelText('Why'), 'Weather');
  await user.click(within(await dialog()).getByRole('button', { name: 'Cancel by the program' }));
  await gone();
  expect(await screen.findByText('Cancelled by the program: Weather')).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Change: Skills' }, first));
  await user.click(within(await dialog()).getByRole('button', { name: 'Hold it after all' }));
  await gone();
  await waitFor(() => expect(screen.queryByText(/Cancelled by the program/)).not.toBeInTheDocument());
});

test('a week shows its days; an administrator sees it without names, cups or attendance', async () => {
  stage.network.use(forwardTo(world.appFor('administrator')));
  stage.renderAt('/sessions?view=week&date=2026-11-25');
  expect(await screen.findByRole('region', { name: 'Wed 25 Nov' }, first)).toHaveTextContent('Skills');
  expect(screen.queryByRole('link', { name: /Attendance|results/ })).not.toBeInTheDocument();
  expect(screen.queryByText(/screens? due/)).not.toBeInTheDocument();
});

test('a closure says what it would cancel before it is saved, and can be taken back', { timeout: 60_000 }, async () => {
  stage.network.use(forwardTo(world.appFor('administrator')));
  await aSession(world, { on: day('2026-12-24'), title: 'Eve group' });
  stage.renderAt('/sessions/closures');
  await user.click(await screen.findByRole('button', { name: 'Add a closure' }, first));
  const begins = within(await dialog()).getByLabelText('First day');
  await user.clear(begins);
  await user.type(begins, '2026-12-24');
  await typed('Last day', '2026-12-24');
  await typed('Why', 'Christmas Eve');
  expect(await screen.findByText('1 session cancelled, with 0 people booked.')).toBeVisible();
  await user.click(within(await dialog()).getByRole('button', { name: 'Close these days' }));
  await gone();
  const row = (await screen.findByRole('rowheader', { name: 'Thu 24 Dec 2026' })).closest('tr');
  expect(row).toHaveTextContent('Christmas Eve');
  await user.click(screen.getByRole('button', { name: 'Take back Christmas Eve' }));
  await user.click(within(await dialog()).getByRole('button', { name: 'Take back' }));
  await gone();
  expect(await screen.findByText(/No closures to come/)).toBeVisible();
});
