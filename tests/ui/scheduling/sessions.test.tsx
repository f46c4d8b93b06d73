import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { aPanel, aSession, aSlot } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
const user = userEvent.setup({ delay: null });

const world = worldOfFile(new Date('2026-11-23T03:00:00.000Z'));

beforeAll(async () => {
  await aPanel(world);
  const { clientId } = await aClient(world);
  await aSlot(world, clientId, await aSession(world, { title: 'IOP-D evening' }));
  await aSession(world, { title: 'Yoga' });
  await aSession(world, { on: day('2026-11-19'), title: 'Thursday skills' });
  stage = stageOn(world.appFor('tech'));
});
afterAll(() => stage.close());

const row = async (title: string) =>
  (await screen.findByRole('rowheader', { name: new RegExp(title) }, { timeout: 10_000 })).closest('tr') ?? document.body;

test('tonight’s group says how many cups are due, a group without any says so, and one press opens the log', async () => {
  const { address } = stage.renderAt('/sessions');
  expect(await row('IOP-D evening')).toHaveTextContent('0 of 1 recorded');
  expect(await row('Yoga')).toHaveTextContent('none due');
  await user.click(within(await row('IOP-D evening')).getByRole('link', { name: 'Log results: IOP-D evening' }));
  expect(await screen.findByRole('grid', { name: 'Cups of this session' })).toBeVisible();
  expect(address()).toMatch(/^\/sessions\/[0-9a-f-]+\/results$/);
});

test('another day is in the address, so that it can be sent to a colleague; today has none', async () => {
  const { address } = stage.renderAt('/sessions');
  await row('Yoga');
  fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2026-11-19' } });
  expect(await row('Thursday skills')).toBeVisible();
  expect(address()).toBe('/sessions?date=2026-11-19');
  expect(screen.queryByText('Yoga')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Today' }));
  expect(await row('Yoga')).toBeVisible();
  expect(address()).toBe('/sessions');
});

test('a day without sessions is said to have none, by its date', async () => {
  stage.renderAt('/sessions?date=2026-11-19');
  await row('Thursday skills');
  await user.click(screen.getByRole('button', { name: 'Day before' }));
  expect(await screen.findByText(/^No sessions on .*18 November/)).toBeVisible();
});

test('who is due on a day to come is not told ahead', async () => {
  const tomorrow = await aSession(world, { on: day('2026-11-23'), title: 'Monday group' });
  const { clientId } = await aClient(world, { firstName: 'Nadia', lastName: 'Secret' });
  await aSlot(world, clientId, tomorrow, day('2026-11-23'));
  stage.renderAt('/sessions?date=2026-11-23');
  expect(await row('Monday group')).toHaveTextContent('shown on the day');
  await user.click(screen.getByRole('link', { name: 'Log results: Monday group' }));
  expect(await screen.findByText(/Who is due is shown once collection opens that day, not before/)).toBeVisible();
  expect(document.body).not.toHaveTextContent('Secret');
});

test('an address with a date that doesn’t exist shows today', async () => {
  stage.renderAt('/sessions?date=2026-02-31');
  expect(await row('Yoga')).toBeVisible();
});
