import { beforeAll, expect, test } from 'vitest';
import pino from 'pino';
import { worldOfFile } from '#kit/world.ts';
import { createApp, type App } from '#server/http/app.ts';
import { createSignIn } from '#server/identity/sign-in-users.store.ts';
import { authenticationFor } from '#server/identity/sign-in.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { instantOf } from '#domain/calendar/calendar.ts';
import { sql } from 'kysely';

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
      libraryDb: world.db,
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

test('work of every hour doesn’t lengthen a session past its twelfth', async () => {
  const cookie = await signedIn();
  const start = clock.now.getTime();
  for (let minutes = 9; minutes < 12 * 60; minutes += 9) {
    clock.now = new Date(start + minutes * 60_000);
    expect((await ask('/me', cookie)).status).toBe(200);
  }
  clock.now = new Date(start + 12 * 3_600_000);
  expect(await (await ask('/me', cookie)).json()).toMatchObject({ code: 'signed-out' });
  clock.now = new Date();
});

test('a session that the library would keep for years ends after twelve hours all the same', async () => {
  const cookie = await signedIn();
  await world.db
    .updateTable('sign_in_session')
    .set({ expiresAt: sql`now() + interval '10 years'` as never })
    .execute();
  clock.now = new Date(Date.now() + 12 * 3_600_000 + 60_000);
  expect(await (await ask('/me', cookie)).json()).toMatchObject({ code: 'signed-out' });
  expect(await (await send('/unlock', { password }, cookie)).json()).toMatchObject({ code: 'signed-out' });
  clock.now = new Date();
});

test('a session that ended is forgotten by the hourly jobs, and one that goes on is not', async () => {
  const start = clock.now.getTime();
  const early = await signedIn();
  clock.now = new Date(start + 11 * 3_600_000);
  const late = await signedIn();
  clock.now = new Date(start + 12 * 3_600_000 + 60_000);
  await runJobs(world.db, instantOf(clock.now), pino({ level: 'silent' }));
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from sign_in_session`.execute(world.db);
  expect(rows).toEqual([{ count: 1 }]);
  expect([(await ask('/me', early)).status, await (await ask('/me', late)).json()]).toEqual([
    401,
    expect.objectContaining({ code: 'locked' }),
  ]);
  clock.now = new Date();
});

test('signing in again at the same browser ends the session that was there', async () => {
  const before = await signedIn();
  const response = await app.fetch(
    new Request(`${origin}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: before },
      body: JSON.stringify({ email: 'r.ortiz@example.org', password }),
    }),
  );
  expect(response.status).toBe(200);
  expect((await ask('/me', before)).status).toBe(401);
  expect((await ask('/me', cookieOf(response))).status).toBe(200);
});

test.each([
  ['with another signature', (cookie: string) => cookie.replace(/\.[^.]+$/, '.c2lnbmF0dXJl')],
  ['without one', (cookie: string) => cookie.replace(/\.[^.]+$/, '')],
  ['that can’t be read', () => 'cairn.session_token=%E0%A4%A'],
])('a session cookie %s is nobody’s', async (_, spoiled) => {
  const cookie = await signedIn();
  expect((await ask('/me', cookie)).status).toBe(200);
  expect((await ask('/me', spoiled(decodeURIComponent(cookie)))).status).toBe(401);
});

test('what comes from a page of somebody else, who was signed in at the same browser before, is not done', async () => {
  const cookie = await signedIn();
  const from = (person: string) => app.fetch(new Request(`${origin}/api/today`, { headers: { cookie, 'x-cairn-person': person } }));
  expect((await from(world.staff.therapist.staffId)).status).toBe(200);
  const refused = await from(world.staff.tech.staffId);
  expect([refused.status, await refused.json()]).toEqual([
    401,
    expect.objectContaining({ code: 'signed-out', detail: 'Somebody else is signed in at this browser now. Nothing was saved.' }),
  ]);
});

test.each([
  ['with its length', (body: string) => ({ body })],
  ['in pieces', (body: string) => ({ body: new Blob([body]).stream(), duplex: 'half' })],
])('a body of more than 16 KB, sent %s, is refused before anybody is known', async (_, sent) => {
  const bodyOf = (bytes: number) => JSON.stringify({ email: 'x'.repeat(bytes), password });
  const post = (bytes: number) =>
    app.fetch(
      new Request(`${origin}/api/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, ...sent(bodyOf(bytes)) }),
    );
  const refused = await post(17_000);
  expect([refused.status, await refused.json()]).toEqual([
    413,
    expect.objectContaining({ code: 'too-large', detail: 'Send at most 16 KB.' }),
  ]);
  expect((await post(15_000)).status).toBe(400);
});

test('reports of the browser are cut off as well', async () => {
  const report = (bytes: number) =>
    app.fetch(
      new Request(`${origin}/api/csp-reports`, { method: 'POST', body: new Blob(['x'.repeat(bytes)]).stream(), duplex: 'half' } as never),
    );
  expect([(await report(17_000)).status, (await report(1_000)).status]).toEqual([413, 204]);
});

test('of many fields that can’t be, twenty are named, and how many there are is said', async () => {
  const many = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`field${index}`, 1]));
  const response = await send('/sign-in', { ...many, email: 'r.ortiz@example.org', password });
  const problem = (await response.json()) as { detail: string; fields: { field: string }[] };
  expect(problem.fields).toHaveLength(20);
  expect(problem.detail).toBe('Some of this can’t be saved as it is. The first 20 of 700 problems are named.');
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
