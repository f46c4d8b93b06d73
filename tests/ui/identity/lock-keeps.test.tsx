import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, day, dayAt, instantOf } from '#domain/calendar/calendar.ts';
import { attended } from '#kit/attendance.ts';
import { aClinicWithSignIn, password, type ClinicWithSignIn } from '#kit/authentication.ts';
import { booked } from '#kit/rosters.ts';
import { aClient } from '#kit/clients.ts';
import { withJar } from '#kit/jar.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { answeredItem9 } from '#kit/safety.ts';
import { aPanel, aSession, aSlot } from '#kit/sessions.ts';
import { forwardTo } from '#mocks/forward.ts';

let clinic: ClinicWithSignIn;
let stage: Stage;
let sessionId: string;
const user = userEvent.setup({ delay: null });

beforeAll(async () => {
  clinic = await aClinicWithSignIn();
  const { world } = clinic;
  await aPanel(world);
  const on = addDays(dayAt(instantOf(new Date()), 'America/Chicago'), -1);
  sessionId = await aSession(world, { on });
  for (const lastName of ['Abel', 'Bello', 'Chen']) {
    const { clientId } = await aClient(world, { firstName: 'Tess', lastName });
    await aSlot(world, clientId, sessionId, on);
    await booked(world, sessionId, clientId, on);
  }
  const maya = await aClient(world, { firstName: 'Maya', lastName: 'Tran' });
  await attended(world, [maya.clientId], [day('2026-11-20')]);
  await answeredItem9(world, maya.clientId);
  stage = stageOn(clinic.app);
});
beforeEach(() => stage.network.use(forwardTo(withJar(clinic.app))));
afterEach(() => stage.network.resetHandlers());
afterAll(async () => {
  stage.close();
  await clinic.world.drop();
});

async function openAs(role: 'therapist' | 'tech', path: string) {
  stage.renderAt(path);
  await user.type(await screen.findByLabelText('E-mail'), `${role}@example.org`);
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
}

async function lockAndUnlock() {
  await user.click(screen.getAllByRole('button', { name: 'Lock' })[0] ?? document.body);
  expect(screen.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  expect(screen.getByText(/What you were typing is kept\./)).toBeVisible();
  expect(document.documentElement).not.toHaveTextContent(/Abel|Bello|Chen|Maya|Tran/);
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
  await waitFor(() => expect(screen.queryByLabelText('Password')).not.toBeInTheDocument());
}

test('unlocking the cup log leads back to the cup that was half typed, and the next key is typed there', async () => {
  await openAs('tech', `/sessions/${sessionId}/results`);
  const grid = await screen.findByRole('grid', { name: 'Cups of this session' });
  await user.keyboard('n3');
  await lockAndUnlock();
  const rows = within(grid).getAllByRole('row').slice(1);
  expect(rows[1]).toContainElement(document.activeElement as HTMLElement);
  await user.keyboard('{Enter}');
  expect(rows[0]).toHaveTextContent('all drug lines present');
  expect(rows[1]).toHaveTextContent('no line: BUP');
  expect(rows[2]).toHaveTextContent('not recorded');
});

test('unlocking a roster leads back to the person who was half typed', async () => {
  await openAs('tech', `/sessions/${sessionId}/attendance`);
  const grid = await screen.findByRole('grid', { name: 'Who is here' });
  await user.keyboard('xl2');
  await lockAndUnlock();
  const rows = within(grid).getAllByRole('row').slice(1);
  expect(rows[1]).toContainElement(document.activeElement as HTMLElement);
  await user.keyboard('0{Enter}');
  expect(rows[0]).toHaveTextContent('excused');
  expect(rows[1]).toHaveTextContent('late 20 min');
});

test('unlocking the page of a new client brings back what was typed, and the field it was typed in', async () => {
  await openAs('therapist', '/clients/new');
  await user.type(await screen.findByLabelText('First name'), 'Ro');
  await lockAndUnlock();
  expect(screen.getByLabelText('First name')).toHaveFocus();
  await user.keyboard('sa');
  expect(screen.getByLabelText('First name')).toHaveValue('Rosa');
});

test('a form in a dialog is still open after the lock, with what was typed in it', async () => {
  await openAs('therapist', '/today');
  await user.click(await screen.findByRole('button', { name: 'Record who was told: Maya T.' }));
  const who = 'Who was notified, and what they will do';
  await user.type(await screen.findByRole('textbox', { name: who }), 'On-call, Dr.');
  // What the idle clock does while a dialog is open.
  await user.click(screen.getAllByRole('button', { name: 'Lock', hidden: true })[0] ?? document.body);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
  expect(await screen.findByRole('textbox', { name: who })).toHaveValue('On-call, Dr.');
  expect(screen.getByRole('dialog', { name: 'Who did you tell about Maya T., and when?' })).toBeVisible();
});

test('a window that was opened locked says nothing of what is kept, because nothing is', async () => {
  await openAs('therapist', '/clients/new');
  await screen.findByLabelText('First name');
  cleanup();
  clinic.clock.now = new Date(Date.now() + 11 * 60_000);
  stage.renderAt('/clients/new');
  await screen.findByRole('heading', { level: 1, name: /Locked after/ });
  expect(screen.queryByText(/is kept/)).not.toBeInTheDocument();
  clinic.clock.now = new Date();
});
