import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TabNews } from '#api/tabs.ts';
import { aClinicWithSignIn, password, type ClinicWithSignIn } from '#kit/authentication.ts';
import { aClient } from '#kit/clients.ts';
import { attended } from '#kit/attendance.ts';
import { withJar, type Jar } from '#kit/jar.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { day } from '#domain/calendar/calendar.ts';
import { forwardTo } from '#mocks/forward.ts';

let clinic: ClinicWithSignIn;
let stage: Stage;
let jar: Jar;
let heard: TabNews[];
let otherTab: BroadcastChannel;
const user = userEvent.setup({ delay: null });

beforeAll(async () => {
  clinic = await aClinicWithSignIn();
  const maya = await aClient(clinic.world, { firstName: 'Maya', lastName: 'Tran' });
  await attended(clinic.world, [maya.clientId], [day('2026-11-20')]);
  stage = stageOn(clinic.app);
});
beforeEach(() => {
  jar = withJar(clinic.app);
  stage.network.use(forwardTo(jar));
  heard = [];
  otherTab = new BroadcastChannel('cairn');
  otherTab.addEventListener('message', ({ data }: MessageEvent<TabNews>) => void heard.push(data));
});
afterEach(() => {
  otherTab.close();
  clinic.clock.now = new Date();
  stage.network.resetHandlers();
});
afterAll(async () => {
  stage.close();
  await clinic.world.drop();
});

async function enterAs(role: 'therapist' | 'tech') {
  await user.type(await screen.findByLabelText('E-mail'), `${role}@example.org`);
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
}

/** A therapist with half a name typed for a new client. */
async function typingAsTherapist() {
  const shown = stage.renderAt('/clients/new');
  await enterAs('therapist');
  await user.type(await screen.findByLabelText('First name'), 'Rosalind');
  expect(typedName()).not.toBeNull();
  return shown;
}

const inTheOtherTab = (path: string, body: unknown) =>
  jar.fetch(
    new Request(`http://localhost:3000/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

const typedName = () => document.querySelector<HTMLInputElement>('input[value="Rosalind"]');

test('signing out in one tab empties the others at once, what was typed in them too', async () => {
  await typingAsTherapist();
  await inTheOtherTab('/sign-out', {});
  otherTab.postMessage({ kind: 'left' } satisfies TabNews);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in to Cairn' })).toBeVisible();
  await enterAs('therapist');
  await screen.findByRole('heading', { level: 1 });
  expect(typedName()).toBeNull();
  expect(await screen.findByLabelText('First name')).toHaveValue('');
});

test('signing out tells the other tabs', async () => {
  await typingAsTherapist();
  await user.click(screen.getAllByRole('button', { name: /Sign out/ })[0] ?? document.body);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in to Cairn' })).toBeVisible();
  await waitFor(() => expect(heard).toContainEqual({ kind: 'left' }));
});

test('locking in one tab locks the others', async () => {
  await typingAsTherapist();
  otherTab.postMessage({ kind: 'locked' } satisfies TabNews);
  expect(await screen.findByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
});

test('a session that is over hides the page in every tab; the same person goes on where they were', async () => {
  await typingAsTherapist();
  clinic.clock.now = new Date(Date.now() + 13 * 3_600_000);
  otherTab.postMessage({ kind: 'ended' } satisfies TabNews);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in to go on' })).toBeVisible();
  expect(screen.getByText(/The session of therapist of North is over/)).toBeVisible();
  expect(typedName()).toBeNull();
  clinic.clock.now = new Date();
  await enterAs('therapist');
  expect(await screen.findByLabelText('First name')).toHaveValue('Rosalind');
});

test('whoever else signs in after a session is over finds nothing of it, and starts where their own day starts', async () => {
  const { address } = await typingAsTherapist();
  clinic.clock.now = new Date(Date.now() + 13 * 3_600_000);
  otherTab.postMessage({ kind: 'ended' } satisfies TabNews);
  await screen.findByRole('heading', { level: 1, name: 'Sign in to go on' });
  clinic.clock.now = new Date();
  await enterAs('tech');
  await waitFor(() => expect(address()).toBe('/sessions'));
  expect(typedName()).toBeNull();
  await waitFor(() => expect(heard).toContainEqual({ kind: 'entered', staffId: clinic.world.staff.tech.staffId }));
});

test('somebody else who signs in in another tab empties this one', async () => {
  await typingAsTherapist();
  await inTheOtherTab('/sign-out', {});
  await inTheOtherTab('/sign-in', { email: 'tech@example.org', password });
  otherTab.postMessage({ kind: 'entered', staffId: clinic.world.staff.tech.staffId } satisfies TabNews);
  await waitFor(() => expect(typedName()).toBeNull());
  expect(await screen.findAllByRole('button', { name: /tech of North\. Sign out/ })).not.toHaveLength(0);
});

test('a tab that heard nothing saves nothing in the name of whoever signed in after', async () => {
  await typingAsTherapist();
  await inTheOtherTab('/sign-out', {});
  await inTheOtherTab('/sign-in', { email: 'tech@example.org', password });
  await user.type(screen.getByLabelText('Last name'), 'Quist');
  await user.type(screen.getByLabelText('Chart number'), 'X-1{Enter}');
  await waitFor(() => expect(typedName()).toBeNull());
  const written = await clinic.world.db.selectFrom('client').select('id').where('last_name', '=', 'Quist').execute();
  expect(written).toEqual([]);
});
