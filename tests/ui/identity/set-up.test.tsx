import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#kit/database.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { createApp, type App } from '#server/http/app.ts';
import type { Database } from '#server/database/pool.ts';
import { invite } from '#server/identity/staff.ts';
import { setUpLink } from '#server/identity/set-up-link.ts';
import { authenticationFor } from '#server/identity/sign-in.ts';
import { instantOf } from '#domain/calendar/calendar.ts';

const origin = 'http://localhost:3000';
let db: Database;
let stage: Stage;
let drop: () => Promise<void>;

beforeEach(async () => {
  ({ db, drop } = await freshDatabase());
  const clock = () => new Date();
  const authentication = authenticationFor({
    db,
    libraryDb: db,
    secret: 'a secret of thirty-two characters',
    baseUrl: origin,
    clock,
    idleMinutes: 10,
  });
  stage = stageOn(withCookies(createApp({ db, clock, authentication, log: pino({ level: 'silent' }) })));
});
afterEach(async () => {
  stage.close();
  await drop();
});

/** Keeps what the server sets and sends it back, as a browser does. */
function withCookies(app: App): App {
  let cookie = '';
  return {
    fetch: async (request) => {
      const headers = new Headers(request.headers);
      headers.set('cookie', cookie);
      const response = await app.fetch(new Request(request, { headers }));
      const given = response.headers.getSetCookie().map((one) => one.split(';')[0]);
      if (given.length > 0) cookie = given.join('; ');
      return response;
    },
  };
}

const pathOf = (link: string | null) => link?.replace(origin, '') ?? '';

test('the first administrator says what the clinic is called, chooses a password and is signed in', async () => {
  const user = userEvent.setup();
  const { address } = stage.renderAt(pathOf(await setUpLink(db, origin, instantOf(new Date()))));
  await user.type(await screen.findByRole('textbox', { name: 'Organization' }), 'North');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Time zone' }), 'America/Chicago');
  await user.type(screen.getByRole('textbox', { name: 'Program' }), 'Adult IOP');
  await user.type(screen.getByRole('textbox', { name: 'Site' }), 'Main Street');
  await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'J. Park');
  await user.type(screen.getByRole('textbox', { name: 'Your e-mail' }), 'j.park@example.org');
  await user.type(screen.getByLabelText('Password'), 'too short');
  await user.click(screen.getByRole('button', { name: 'Finish and sign in' }));
  expect(await screen.findByText('Use at least 12 characters. A few words are good.')).toBeVisible();
  expect(screen.getByLabelText('Password')).toBeInvalid();

  await user.type(screen.getByLabelText('Password'), ' made longer');
  await user.click(screen.getByRole('button', { name: 'Finish and sign in' }));
  expect((await screen.findAllByRole('navigation', { name: 'Places' }))[0]).toBeVisible();
  expect(address()).toBe('/welcome');
});

test('somebody who was invited sees their name and only chooses a password', async () => {
  const user = userEvent.setup();
  const { id: organizationId } = await db
    .insertInto('organization')
    .values({ name: 'North', time_zone: 'America/Chicago', settings: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('program')
    .values({ organization_id: organizationId, name: 'Adult IOP' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const invited = { organizationId, email: 'r.ortiz@example.org', name: 'R. Ortiz', role: 'therapist' as const, programIds: [id] };
  const { address } = stage.renderAt(pathOf(await invite(db, invited, { address: origin, now: instantOf(new Date()) })));
  expect(await screen.findByRole('heading', { level: 1, name: 'Welcome, R. Ortiz' })).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Organization' })).toBeNull();
  await user.type(screen.getByLabelText('Password'), 'four words make one');
  await user.click(screen.getByRole('button', { name: 'Finish and sign in' }));
  expect((await screen.findAllByRole('navigation', { name: 'Places' }))[0]).toBeVisible();
  expect(address()).toBe('/today');
});

test('a link that opens nothing says so, and leads to signing in', async () => {
  const user = userEvent.setup();
  stage.renderAt('/set-up#nothing');
  expect(await screen.findByRole('heading', { level: 1, name: 'This link can’t be used' })).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('it was used already, or its time is over');
  await user.click(screen.getByRole('link', { name: 'Go to sign-in' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in to Cairn' })).toBeVisible();
});
