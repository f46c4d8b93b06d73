import { beforeAll, expect, test } from 'vitest';
import pino from 'pino';
import { worldOfFile } from '#kit/world.ts';
import { createApp, type App } from '#server/http/app.ts';
import { createSignIn } from '#server/identity/sign-in-users.store.ts';
import { authenticationFor } from '#server/identity/sign-in.ts';

let app: App;
const clock = { now: new Date() };
const origin = 'http://cairn.test';
const password = 'a long enough password';

const world = worldOfFile();

beforeAll(async () => {
  app = createApp({
    db: world.db,
    clock: () => clock.now,
    authentication: authenticationFor({
      db: world.db,
      secret: 'a secret of thirty-two characters',
      baseUrl: origin,
      clock: () => clock.now,
      idleMinutes: 10,
    }),
    log: pino({ level: 'silent' }),
  });
  const userId = await createSignIn(world.db, { email: 'r.ortiz@example.org', name: 'R. Ortiz', password });
  await world.db.updateTable('staff').set({ user_id: userId }).where('id', '=', world.staff.therapist.staffId).execute();
});

const send = (path: string, body: unknown, cookie = '') =>
  app.fetch(
    new Request(`${origin}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    }),
  );
const ask = (path: string, cookie: string) => app.fetch(new Request(`${origin}/api${path}`, { headers: { cookie } }));
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const signedIn = async () => cookieOf(await send('/sign-in', { email: 'r.ortiz@example.org', password }));

test('the right e-mail and password open a session, in a cookie that scripts can’t read', async () => {
  const response = await send('/sign-in', { email: 'r.ortiz@example.org', password });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ role: 'therapist', organization: { synthetic: false } });
  expect(response.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
  expect((await ask('/me', cookieOf(response))).status).toBe(200);
});

test('a wrong password and an unknown e-mail are refused in the same words', async () => {
  const wrong = await (await send('/sign-in', { email: 'r.ortiz@example.org', password: 'something else' })).text();
  const unknown = await (await send('/sign-in', { email: 'nobody@example.org', password: 'something else' })).text();
  expect(wrong).toBe(unknown);
  expect(wrong).toContain('sign-in-refused');
});

test('passwords are kept as argon2id', async () => {
  const { rows } = await world.db.executeQuery<{ password: string }>({
    sql: 'select password from sign_in_account',
    parameters: [],
    query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
    queryId: { queryId: 'q' },
  });
  expect(rows[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('a session idle for ten minutes is locked on the server too, and its password opens it again', async () => {
  const cookie = await signedIn();
  clock.now = new Date(Date.now() + 11 * 60_000);
  const locked = await ask('/me', cookie);
  expect(locked.status).toBe(401);
  expect(await locked.json()).toMatchObject({ code: 'locked' });
  expect((await ask('/today', cookie)).status).toBe(401);

  expect((await send('/unlock', { password: 'wrong one' }, cookie)).status).toBe(401);
  expect((await send('/unlock', { password }, cookie)).status).toBe(200);
  expect((await ask('/me', cookie)).status).toBe(200);
  clock.now = new Date();
});

test('a session ends twelve hours after signing in, by the server’s clock', async () => {
  const cookie = await signedIn();
  clock.now = new Date(Date.now() + 13 * 3_600_000);
  expect(await (await ask('/me', cookie)).json()).toMatchObject({ code: 'signed-out' });
  clock.now = new Date();
});

test('asking for changes keeps no session awake', async () => {
  const cookie = await signedIn();
  clock.now = new Date(Date.now() + 6 * 60_000);
  expect((await ask('/changes', cookie)).status).toBe(200);
  clock.now = new Date(Date.now() + 11 * 60_000);
  expect(await (await ask('/me', cookie)).json()).toMatchObject({ code: 'locked' });
  clock.now = new Date();
});

test('locking takes effect at once', async () => {
  const cookie = await signedIn();
  await send('/lock', {}, cookie);
  expect(await (await ask('/me', cookie)).json()).toMatchObject({ code: 'locked' });
});

test('leaving ends the session on the server, so that its cookie opens nothing', async () => {
  const cookie = await signedIn();
  expect((await send('/sign-out', {}, cookie)).status).toBe(200);
  expect(await (await ask('/me', cookie)).json()).toMatchObject({ code: 'signed-out' });
});

test('somebody who has left the staff is out at once, with the cookie they had', async () => {
  const cookie = await signedIn();
  await world.db
    .updateTable('staff')
    .set({ ended_on: '2026-11-01' as never })
    .where('id', '=', world.staff.therapist.staffId)
    .execute();
  expect((await ask('/me', cookie)).status).toBe(401);
  await world.db.updateTable('staff').set({ ended_on: null }).where('id', '=', world.staff.therapist.staffId).execute();
});

test('a page of another site can send nothing', async () => {
  const request = new Request(`${origin}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    body: JSON.stringify({ email: 'r.ortiz@example.org', password }),
  });
  expect(await (await app.fetch(request)).json()).toMatchObject({ code: 'wrong-origin' });
});

test('a form of the old kind is not read', async () => {
  const request = new Request(`${origin}/api/sign-in`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' });
  expect(await (await app.fetch(request)).json()).toMatchObject({ code: 'body-not-json' });
});
