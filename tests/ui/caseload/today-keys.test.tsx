import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { anAdjustment } from '#kit/adjustments.ts';
import { attended } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
let theo: string;
const user = userEvent.setup({ delay: null });

const world = worldOfFile(new Date('2026-11-23T14:02:00.000Z'));

beforeAll(async () => {
  ({ clientId: theo } = await aClient(world, { firstName: 'Theo', lastName: 'Brandt' }));
  const { clientId: lou } = await aClient(world, { firstName: 'Lou', lastName: 'Aster' });
  await attended(world, [theo, lou], [day('2026-11-18'), day('2026-11-20')]);
  await anAdjustment(world, theo);
  await anAdjustment(world, lou);
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

const list = () => screen.getByRole('list', { name: 'Clients who need something, in order' });
const namesOf = () =>
  within(list())
    .getAllByRole('listitem')
    .map((row) => row.getAttribute('aria-label'));

let newcomers = 0;

/** Somebody for whom a safety clock starts: they come first, above whoever is selected. */
async function aRowAbove(): Promise<void> {
  newcomers += 1;
  const { clientId } = await aClient(world, { firstName: `Ada${'abcdefghij'[newcomers]}`, lastName: 'Quill' });
  await attended(world, [clientId], [day('2026-11-20')]);
  const raised = await world.as('director').post(`/clients/${clientId}/safety-concerns`, {
    kind: 'concern',
    source: 'staff',
    summary: 'Seemed very low after group.',
    notified: { who: 'Dr. Osei', at: 'now' },
  });
  expect(raised.status).toBe(200);
  const before = namesOf().length;
  await waitFor(() => {
    // The poll of a page that is looked at again.
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(namesOf()).toHaveLength(before + 1);
  });
}

test.each([
  ['n', () => expect(address()).toContain(`/clients/${theo}/adjustments/`)],
  ['a', () => expect(address()).toContain(`/clients/${theo}/adjustments/`)],
  ['o', () => expect(address()).toBe(`/clients/${theo}`)],
  ['{Enter}', () => expect(address()).toBe(`/clients/${theo}`)],
  ['s', () => expect(screen.getByRole('dialog', { name: 'Snooze Theo B.' })).toBeVisible()],
  [' ', () => expect(screen.getByRole('dialog', { name: 'Theo B.' })).toBeVisible()],
  ['k', () => expect(document.activeElement).toHaveAccessibleName('Lou A.')],
])('while a row comes in above, the key %j still acts on the client that was selected', async (key, seen) => {
  await openOnTheo();
  await aRowAbove();
  expect(namesOf().indexOf('Theo B.')).toBeGreaterThan(0);
  expect(document.activeElement).toHaveAccessibleName('Theo B.');
  await user.keyboard(key);
  await waitFor(seen);
  cleanup();
});

test('a press on a button of the row says whose it is, and acts on them too', async () => {
  await openOnTheo();
  await aRowAbove();
  await user.click(within(list()).getByRole('button', { name: /^Snooze: Theo B\./ }));
  expect(await screen.findByRole('dialog', { name: 'Snooze Theo B.' })).toBeVisible();
});

let address: () => string;

async function openOnTheo(): Promise<void> {
  let polls = 0;
  stage.network.events.on('response:mocked', ({ request }) => void (polls += request.url.includes('/api/changes') ? 1 : 0));
  ({ address } = stage.renderAt('/today'));
  const row = await screen.findByRole('listitem', { name: 'Theo B.' });
  // What the first poll answers is where news begins.
  await waitFor(() => expect(polls).toBeGreaterThan(0));
  await user.click(row);
  expect(row).toHaveFocus();
}
