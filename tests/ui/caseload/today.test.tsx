import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { attended } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { answeredItem9 } from '#kit/safety.ts';
import { worldOfFile } from '#kit/world.ts';
import { faults } from '#mocks/faults.ts';

let stage: Stage;

const world = worldOfFile();

beforeAll(async () => {
  const maya = await aClient(world, { firstName: 'Maya', lastName: 'Tran' });
  const theo = await aClient(world, { firstName: 'Theo', lastName: 'Brandt' });
  await attended(world, [maya.clientId, theo.clientId], [day('2026-11-18'), day('2026-11-20')]);
  await answeredItem9(world, maya.clientId);
  stage = stageOn(world.appFor('therapist'));
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

test('the first row says who needs somebody, why and by when, without being opened', async () => {
  stage.renderAt('/today');
  expect(await screen.findByRole('heading', { level: 1, name: '1 of 2 clients needs something from you today' })).toBeVisible();
  const first = within(screen.getByRole('list', { name: 'Clients who need something, in order' })).getAllByRole('listitem')[0];
  expect(first).toHaveAccessibleName('Maya T.');
  expect(first).toHaveTextContent('Answered above 0 on the self-harm item');
  expect(first).toHaveTextContent('Can’t be snoozed');
});

test('everybody else is folded away, and there when asked for', async () => {
  stage.renderAt('/today');
  await userEvent.click(await screen.findByText('Nothing needed (1)'));
  expect(await screen.findByRole('link', { name: 'Theo B.' })).toBeVisible();
});

test('the filter narrows by name and is no part of the address', async () => {
  const { address } = stage.renderAt('/today');
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Filter by name or group' }), 'theo');
  await waitFor(() => expect(screen.queryByText('Maya T.')).not.toBeInTheDocument());
  expect(address()).toBe('/today');
});

test('recording who was told keeps the row until the check is recorded', async () => {
  stage.renderAt('/today');
  await userEvent.click(await screen.findByRole('button', { name: /Record who was told/ }));
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Who was notified, and what they will do' }),
    'On-call, Dr. Shah, calling now',
  );
  world.clock.now = new Date();
  await userEvent.click(screen.getByRole('button', { name: 'Record' }));
  expect(await screen.findByText(/the check is not recorded/)).toBeVisible();
});

test('a database that can’t be reached is said so, never drawn as an empty caseload', async () => {
  stage.network.use(faults.unavailable('/today'));
  stage.renderAt('/today');
  expect(await screen.findByText(/can’t reach its database/)).toBeVisible();
  expect(screen.queryByText(/Nothing is waiting/)).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('an ending that waits for a second signature is said above the list', async () => {
  const { clientId, episodeId } = await aClient(world, { firstName: 'Ida', lastName: 'Moss' });
  const ending = {
    reason: 'level-declined',
    closedOn: '2026-11-23',
    linkedTo: 'A program in Duluth',
    secondSigner: world.staff.director.staffId,
  };
  await world.as('therapist').post(`/clients/${clientId}/episodes/${episodeId}/ending`, ending, { 'if-match': '"1"' });
  stage.renderAt('/today');
  const waiting = within(await screen.findByRole('region', { name: 'Signatures that are waited for' }));
  expect(waiting.getByRole('listitem')).toHaveTextContent(/^Ida M\.: waits for the signature of director of North: /);
  expect(waiting.getByRole('link', { name: 'Ida M.' })).toHaveAttribute('href', `/clients/${clientId}/record#episode`);
});
