import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOfAFault, expectComplaint } from '#kit/browser.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
const user = userEvent.setup({ delay: null });
// The first page of a kind is fetched before it is drawn.
const slow = { timeout: 5_000 };

const world = worldOfFile();

beforeAll(async () => {
  await aClient(world, { firstName: 'Ana', lastName: 'Abara' });
  // Charts without an episode.
  await sql`insert into client (organization_id, chart_number, first_name, last_name, intake_program_id)
    select ${world.organizationId}, 'W-' || n, 'Wren', 'Zeller ' || n, ${world.programId} from generate_series(1, 210) n`.execute(world.db);
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

test('a search that finds nobody in care says so and looks among everybody', async () => {
  const { address } = stage.renderAt('/clients');
  await screen.findByRole('link', { name: 'Ana Abara' }, slow);
  await user.type(screen.getByRole('searchbox'), 'W-17');
  expect(await screen.findByText(/Only clients in care are looked through/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Look among everybody' }));
  expect(await screen.findByRole('link', { name: 'Wren Zeller 17' })).toBeVisible();
  expect(address()).toBe('/clients?careStatus=any');
});

test('filters that leave nobody are taken away where it is said', async () => {
  const { address } = stage.renderAt('/clients?therapistId=none');
  expect(await screen.findByText('Nobody is listed with these filters.', {}, slow)).toBeVisible();
  const said = screen.getByText('Nobody is listed with these filters.').parentElement;
  await user.click(within(said ?? document.body).getByRole('button', { name: 'Clear the filters' }));
  expect(await screen.findByRole('link', { name: 'Ana Abara' })).toBeVisible();
  expect(address()).toBe('/clients');
});

test('a list that holds more than is shown at once goes on by pages to its end, and says how many of how many are shown', async () => {
  const onPage = { ignore: '[role=status] *' };
  stage.renderAt('/clients?careStatus=any');
  for (const many of [50, 100, 150, 200]) {
    await screen.findByText(`${many} of 211 shown`, onPage, slow);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
  }
  expect(await screen.findByText('211 of 211 shown', onPage, slow)).toHaveFocus();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  expect(new Set(screen.getAllByRole('link', { name: /^Wren Zeller/ }).map(({ textContent }) => textContent)).size).toBe(210);
});

test('an address that can name nobody says that nothing is there', async () => {
  for (const about of complaintsOfAFault) expectComplaint(about);
  for (const path of ['/clients/abc', '/clients/abc/record', '/clients/abc/merge']) {
    const { unmount } = stage.renderAt(path);
    expect(await screen.findByText('There is no page or client at this address.', {}, slow)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    unmount();
  }
});

test('somebody without an episode has no journey, so the address of one leads to their record', async () => {
  const { id } = await world.db.selectFrom('client').select('id').where('chart_number', '=', 'W-1').executeTakeFirstOrThrow();
  const { address } = stage.renderAt(`/clients/${id}`);
  await waitFor(() => expect(address()).toBe(`/clients/${id}/record`), slow);
  expect(await screen.findByText(/No episode of care yet/, {}, slow)).toBeVisible();
  for (const later of ['Therapist', 'Prescribed hours', 'Leave']) expect(screen.queryByRole('region', { name: later })).toBeNull();
  expect(await screen.findByText('No episode of care is open, so no screens are drawn.', {}, slow)).toBeVisible();
});
