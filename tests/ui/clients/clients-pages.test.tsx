import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { anIdentity } from '#kit/client-records.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
const user = userEvent.setup({ delay: null });
// The first page of a kind is fetched before it is drawn.
const slow = { timeout: 5_000 };

const world = worldOfFile();

beforeAll(async () => {
  await aClient(world, { firstName: 'Ana', lastName: 'Abara', chart: 'R-1' });
  await aClient(world, { firstName: 'Theo', lastName: 'Brandt', chart: 'R-2', therapistId: null, bornOn: day('1971-07-04') });
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

test('what is typed stays out of the address, what narrows the list is in it, and keys go through the rows', async () => {
  const { address } = stage.renderAt('/clients');
  const first = (await screen.findByRole('link', { name: 'Ana Abara' }, slow)).closest('tr');
  first?.focus();
  await user.keyboard('j');
  expect(screen.getByRole('link', { name: 'Theo Brandt' }).closest('tr')).toHaveFocus();
  await user.keyboard('/');
  expect(screen.getByRole('searchbox')).toHaveFocus();
  await user.keyboard('theo');
  await waitFor(() => expect(screen.queryByText('Ana Abara')).not.toBeInTheDocument());
  expect(address()).toBe('/clients');
  await user.clear(screen.getByRole('searchbox'));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Therapist' }), 'No therapist');
  await waitFor(() => expect(address()).toBe('/clients?therapistId=none'));
  await waitFor(() => expect(screen.queryByText('Ana Abara')).not.toBeInTheDocument());
});

test('a chart like the one that is being written is shown before anything is saved', async () => {
  const { address } = stage.renderAt('/clients/new');
  await user.type(await screen.findByLabelText('First name', {}, slow), 'Teo');
  await user.type(screen.getByLabelText('Last name'), 'Brandt');
  await user.type(screen.getByLabelText('Birth date'), '1971-07-04');
  expect(await screen.findByText(/One chart looks like this person’s/)).toBeVisible();
  await user.click(await screen.findByRole('button', { name: /^Use / }));
  await user.clear(screen.getByLabelText('Chart number'));
  await user.type(screen.getByLabelText('Chart number'), '1E5');
  await user.click(screen.getByRole('button', { name: 'Write the chart' }));
  expect(await screen.findByRole('link', { name: /power of ten/ })).toBeVisible();
  await user.clear(screen.getByLabelText('Chart number'));
  await user.type(screen.getByLabelText('Chart number'), 'R-3');
  await user.click(screen.getByRole('button', { name: 'Write the chart' }));
  await waitFor(() => expect(address()).toMatch(/^\/clients\/[0-9a-f-]+\/record$/));
});

test('what somebody else changed meanwhile is said at its field, and what was typed is kept', async () => {
  const { clientId } = await aClient(world, { firstName: 'Maya', lastName: 'Cole', chart: 'R-9' });
  stage.renderAt(`/clients/${clientId}/record`);
  const section = await screen.findByRole('region', { name: 'Who this is' }, slow);
  await user.click(within(section).getByRole('button', { name: 'Edit: Who this is' }));
  await user.type(within(section).getByLabelText('Pronouns'), 'xe/xem');
  const theirs = anIdentity({ firstName: 'Maya', lastName: 'Cole', chartNumber: 'R-9', pronouns: 'they/them', language: 'Polish' });
  await world.as('director').post(`/clients/${clientId}/record`, { identity: theirs }, { 'if-match': '"1"' });
  await user.click(within(section).getByRole('button', { name: 'Save' }));
  expect(await within(section).findByText(/director of North, .*made this “they\/them” meanwhile/)).toBeVisible();
  expect(within(section).getByLabelText('Pronouns')).toHaveValue('xe/xem');
  expect(within(section).getByLabelText('Language')).toHaveValue('Polish');
  await user.click(within(section).getByRole('button', { name: 'Save' }));
  expect(await within(section).findByText('xe/xem')).toBeVisible();
});
