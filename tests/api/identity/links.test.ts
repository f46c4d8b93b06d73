import { afterEach, beforeEach, expect, test } from 'vitest';
import pino from 'pino';
import { instantOf } from '#domain/calendar/calendar.ts';
import { rulesFor } from '#domain/medications/expectation.ts';
import { freshDatabase } from '#kit/database.ts';
import { createApp, type App } from '#server/http/app.ts';
import { userCommand } from '#server/cli/user.command.ts';
import type { Database } from '#server/database/pool.ts';
import { expectationRules } from '#server/medications/medications.rows.ts';
import { setUpLink } from '#server/identity/set-up-link.ts';
import { authenticationFor } from '#server/identity/sign-in.ts';

const origin = 'http://cairn.test';
const clock = { now: new Date() };
const password = 'four words make one';
const first = {
  organization: 'North',
  timeZone: 'America/Chicago',
  program: 'Adult IOP',
  site: 'Main Street',
  name: 'J. Park',
  email: 'J.Park@example.org',
};

let db: Database;
let app: App;
let drop: () => Promise<void>;
beforeEach(async () => {
  ({ db, drop } = await freshDatabase());
  clock.now = new Date();
  const authentication = authenticationFor({
    db,
    libraryDb: db,
    secret: 'a secret of thirty-two characters',
    baseUrl: origin,
    clock: () => clock.now,
    idleMinutes: 10,
  });
  app = createApp({ db, clock: () => clock.now, authentication, log: pino({ level: 'silent' }) });
});
afterEach(() => drop());

async function send(path: string, body: unknown, cookie = '') {
  const headers = { 'content-type': 'application/json', cookie };
  const response = await app.fetch(new Request(`${origin}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  return {
    status: response.status,
    body: await response.text(),
    cookie: response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
}
const tokenIn = (link: string | null): string => link?.split('#')[1] ?? '';
const firstToken = async () => tokenIn(await setUpLink(db, origin, instantOf(clock.now)));
const signIn = (email: string, with_: string) => send('/sign-in', { email, password: with_ });
const unknown = async () => (await send('/links', { token: 'nothing' })).body;

async function cairn(...args: readonly string[]) {
  const said: string[] = [];
  const tell = (text: string) => void said.push(text);
  const installation = () => Promise.resolve({ db, secret: '', close: () => Promise.resolve() });
  const code = await userCommand(args, { print: tell, note: tell, clock: () => clock.now, address: origin, installation });
  return { code, said: said.join('\n') };
}
const add = (...more: readonly string[]) =>
  cairn('add', '--email', 'R.Ortiz@example.org', '--name', 'R. Ortiz', '--role', 'therapist', '--program', 'Adult IOP', ...more);

test('the first link makes the clinic and its administrator, once', async () => {
  const token = await firstToken();
  expect(JSON.parse((await send('/links', { token })).body)).toEqual({ kind: 'first', name: null, email: null });
  expect(await send('/links/accept', { token, password, first })).toMatchObject({ status: 200, body: '{"email":"J.Park@example.org"}' });
  expect(JSON.parse((await signIn('j.park@example.org', password)).body)).toMatchObject({
    role: 'administrator',
    organization: { name: 'North', timeZone: 'America/Chicago', synthetic: false },
  });
  expect((await send('/links/accept', { token, password, first })).body).toBe(await unknown());
  expect((await send('/links', { token })).body).toBe(await unknown());
  expect(await setUpLink(db, origin, instantOf(clock.now))).toBeNull();
});

test('a new clinic can read a cup and knows what medications should show before anybody has set anything', async () => {
  await send('/links/accept', { token: await firstToken(), password, first });
  const panels = await db.selectFrom('panel').select(['specimen', 'analytes']).execute();
  expect(panels.map(({ specimen }) => specimen).toSorted()).toEqual(['breath-alcohol', 'urine-cup', 'urine-lab']);
  expect(panels.find(({ specimen }) => specimen === 'urine-cup')?.analytes).toHaveLength(12);
  const rules = await expectationRules(db);
  expect(['methadone', 'OxyContin', 'Sublocade'].map((name) => rulesFor({ name }, rules).length > 0)).toEqual([true, true, true]);
});

test('two that use first links at once, even different ones, make one clinic', async () => {
  const tokens = [await firstToken(), await firstToken()];
  const answers = await Promise.all([...tokens, ...tokens].map((token) => send('/links/accept', { token, password, first })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404, 404]);
  expect(await db.selectFrom('organization').select('name').execute()).toEqual([{ name: 'North' }]);
});

test('a first link is good for a day, and only its hash is kept', async () => {
  const token = await firstToken();
  const kept = await db.selectFrom('setup_link').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(token);
  clock.now = new Date(Date.now() + 25 * 3_600_000);
  expect((await send('/links/accept', { token, password, first })).body).toBe(await unknown());
});

test.each([
  ['short', { password: 'eleven char' }, 'password'],
  ['the e-mail itself', { password: 'j.park@EXAMPLE.org' }, 'password'],
  ['longer than any', { password: 'x'.repeat(201) }, 'password'],
  ['a zone that is no place', { first: { ...first, timeZone: 'UTC+5' } }, 'first.timeZone'],
  ['no e-mail', { first: { ...first, email: 'J. Park' } }, 'first.email'],
  ['nothing about the clinic', { first: undefined }, 'first'],
])('%s is refused by its field, and the link stays good', async (_, changes, field) => {
  const token = await firstToken();
  const refused = await send('/links/accept', { token, password, first, ...changes });
  expect(JSON.parse(refused.body)).toMatchObject({ code: 'input-invalid', fields: [{ field }] });
  expect(await send('/links/accept', { token, password: 'x'.repeat(64), first })).toMatchObject({ status: 200 });
});

test('somebody who is added chooses a password and can sign in, and a second link of theirs ends the first', async () => {
  await send('/links/accept', { token: await firstToken(), password, first });
  const lost = tokenIn((await add()).said);
  const { code, said } = await add();
  expect(code).toBe(0);
  const token = tokenIn(said);
  expect((await send('/links', { token: lost })).body).toBe(await unknown());
  expect(JSON.parse((await send('/links', { token })).body)).toEqual({
    kind: 'invitation',
    name: 'R. Ortiz',
    email: 'r.ortiz@example.org',
  });
  clock.now = new Date(Date.now() + 6 * 86_400_000);
  expect((await send('/links/accept', { token, password, first })).status).toBe(400);
  expect((await send('/links/accept', { token, password })).status).toBe(200);
  expect(JSON.parse((await signIn('r.ortiz@example.org', password)).body)).toMatchObject({ role: 'therapist', name: 'R. Ortiz' });
  expect(await add()).toMatchObject({ code: 1 });
});

test('an invitation is over after a week', async () => {
  await send('/links/accept', { token: await firstToken(), password, first });
  const token = tokenIn((await add()).said);
  clock.now = new Date(Date.now() + 8 * 86_400_000);
  expect((await send('/links/accept', { token, password })).body).toBe(await unknown());
});

test('access ends at once, and who comes back chooses a new password', async () => {
  await send('/links/accept', { token: await firstToken(), password, first });
  await send('/links/accept', { token: tokenIn((await add()).said), password });
  const { cookie } = await signIn('r.ortiz@example.org', password);
  const ask = async () => (await app.fetch(new Request(`${origin}/api/today`, { headers: { cookie } }))).status;
  expect(await ask()).toBe(200);
  expect(await cairn('end', '--email', 'r.ortiz@example.org')).toMatchObject({ code: 0 });
  expect(await ask()).toBe(401);
  expect((await signIn('r.ortiz@example.org', password)).status).toBe(401);
  const token = tokenIn((await add()).said);
  expect((await signIn('r.ortiz@example.org', password)).status).toBe(401);
  expect((await send('/links/accept', { token, password: 'another four words' })).status).toBe(200);
  expect((await signIn('r.ortiz@example.org', 'another four words')).status).toBe(200);
  expect(await cairn('end', '--email', 'nobody@example.org')).toMatchObject({ code: 1 });
});

test.each([
  ['no e-mail', ['add', '--name', 'R. Ortiz']],
  ['a role that is none', ['add', '--email', 'a@b.org', '--name', 'A', '--role', 'owner', '--program', 'Adult IOP']],
  ['a program that is none', ['add', '--email', 'a@b.org', '--name', 'A', '--role', 'tech', '--program', 'Elsewhere']],
  ['an option that nobody knows', ['add', '--password', 'secret']],
  ['nothing', []],
])('%s is not understood', async (_, args) => {
  await send('/links/accept', { token: await firstToken(), password, first });
  expect((await cairn(...args)).code).toBe(2);
});
