import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { day, dayAt, instantOf } from '#domain/calendar/calendar.ts';
import { aClinicWithSignIn, password, type ClinicWithSignIn } from '#kit/authentication.ts';
import { attended } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { withJar, type Jar } from '#kit/jar.ts';
import { aPanel, aSession, aSlot } from '#kit/sessions.ts';
import { faults } from '#mocks/faults.ts';
import { forwardTo } from '#mocks/forward.ts';

let clinic: ClinicWithSignIn;
let stage: Stage;
let jar: Jar;
const user = userEvent.setup({ delay: null });
const aName = /Maya|Tran/;

beforeAll(async () => {
  clinic = await aClinicWithSignIn();
  const maya = await aClient(clinic.world, { firstName: 'Maya', lastName: 'Tran' });
  await attended(clinic.world, [maya.clientId], [day('2026-11-20')]);
  stage = stageOn(clinic.app);
});
// A browser of its own for each test: the cookies of one are not those of another.
beforeEach(() => {
  jar = withJar(clinic.app);
  stage.network.use(forwardTo(jar));
});
afterEach(() => {
  clinic.clock.now = new Date();
  stage.network.resetHandlers();
});
afterAll(async () => {
  stage.close();
  await clinic.world.drop();
});

async function enterAs(role: 'therapist' | 'tech', typed = password): Promise<void> {
  await user.type(await screen.findByLabelText('E-mail'), `${role}@example.org`);
  await user.type(screen.getByLabelText('Password'), typed);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

const press = async (name: string | RegExp) => user.click(screen.getAllByRole('button', { name })[0] ?? document.body);

async function signedIn() {
  const shown = stage.renderAt('/');
  await enterAs('therapist');
  expect(await screen.findByRole('link', { name: 'Maya T.' })).toBeInTheDocument();
  return shown;
}

test('an address of a client, opened by nobody in particular, shows the form to sign in and no client', async () => {
  stage.renderAt('/clients');
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in to Cairn' })).toBeVisible();
  expect(document.documentElement).not.toHaveTextContent(aName);
  expect(jar.cookies.size).toBe(0);
});

test('a wrong password is refused in words that don’t say which of the two was wrong, and the right one goes on', async () => {
  const { address } = stage.renderAt('/');
  await enterAs('therapist', 'not the password');
  expect(await screen.findByText('That e-mail and password don’t match.')).toBeVisible();
  expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('That e-mail and password don’t match.');
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(address()).toBe('/today'));
});

test('pressing Lock takes every client out of the document at once, and the password brings the same page back', async () => {
  await signedIn();
  await press('Lock');
  expect(screen.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  expect(document.documentElement).not.toHaveTextContent(aName);
  expect(document.title).toBe('Locked');

  await user.type(screen.getByLabelText('Password'), 'not the password{Enter}');
  expect(await screen.findByText('That e-mail and password don’t match.')).toBeVisible();
  expect(document.documentElement).not.toHaveTextContent(aName);
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
  expect(await screen.findByRole('link', { name: 'Maya T.' })).toBeInTheDocument();
});

test('locking without a network hides the page all the same', async () => {
  await signedIn();
  stage.network.use(faults.offline('/*'));
  await press('Lock');
  expect(screen.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  expect(document.documentElement).not.toHaveTextContent(aName);
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
  expect(await screen.findByText(/You’re offline/)).toBeVisible();
  expect(document.documentElement).not.toHaveTextContent(aName);
});

test('a session that the server let go idle is locked in every tab that is opened, and says after how long', async () => {
  await signedIn();
  cleanup();
  clinic.clock.now = new Date(Date.now() + 11 * 60_000);
  stage.renderAt('/today');
  expect(await screen.findByRole('heading', { level: 1, name: 'Locked after 10 minutes' })).toBeVisible();
  expect(document.documentElement).not.toHaveTextContent(aName);
});

test('signing out leaves nothing of a client behind, and the next person starts where their own day starts', async () => {
  const { address } = await signedIn();
  await press(/Sign out/);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in to Cairn' })).toBeVisible();
  expect(document.documentElement).not.toHaveTextContent(aName);
  expect(jar.cookies.size).toBe(0);

  await enterAs('tech');
  expect(await screen.findByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
  expect(address()).toBe('/sessions');
  expect(document.documentElement).not.toHaveTextContent(aName);
});

test('from the lock, signing in as somebody else shows no client on the way', async () => {
  await signedIn();
  await press('Lock');
  const seen: string[] = [];
  const watch = new MutationObserver(() => seen.push(document.body.textContent));
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  await press('Sign in as somebody else');
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in to Cairn' })).toBeVisible();
  watch.disconnect();
  expect(seen.filter((text) => aName.test(text))).toEqual([]);
});

test('a session that can’t be ended, because the network is gone, is locked instead', async () => {
  await signedIn();
  stage.network.use(faults.offline('/*'));
  await press(/Sign out/);
  expect(await screen.findByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  expect(document.documentElement).not.toHaveTextContent(aName);
});

test('signing out in the middle of a log asks nothing, and what was typed or said aloud is not there for the next person', async () => {
  const { world } = clinic;
  await aPanel(world);
  const on = dayAt(instantOf(new Date()), 'America/Chicago');
  const sessionId = await aSession(world, { on });
  const { clientId } = await aClient(world, { firstName: 'Ike', lastName: 'Moss' });
  await aSlot(world, clientId, sessionId, on);
  stage.renderAt(`/sessions/${sessionId}/results`);
  await enterAs('tech');
  await screen.findByRole('grid', { name: 'Cups of this session' });
  await user.keyboard('n');
  expect(screen.getByRole('status')).toHaveTextContent('Moss, all drug lines present. 1 of 1.');
  await press(/Sign out/);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in to Cairn' })).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

  await enterAs('therapist');
  expect(await screen.findByRole('link', { name: 'Maya T.' })).toBeInTheDocument();
  expect(document.documentElement).not.toHaveTextContent(/Moss|drug lines/);
});
