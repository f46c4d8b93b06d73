import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Problem } from '#contract/refusals.ts';
import { aClient } from '#kit/clients.ts';
import { aClinicWithSignIn, password, type ClinicWithSignIn } from '#kit/authentication.ts';
import { withJar } from '#kit/jar.ts';
import { createApp, type App } from '#server/http/app.ts';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';
import { authenticationFor } from '#server/identity/sign-in.ts';
import { aGate, type Gate } from './promises-gate.ts';

const baseUrl = 'http://localhost:3000';
const credentials = { email: 'therapist@example.org', password };

let clinic: ClinicWithSignIn;
let gate: Gate;
let db: Database;
let app: App;
let clientId: string;

const get = (path: string) => app.fetch(new Request(`${baseUrl}/api${path}`));
const post = (path: string, body: unknown) =>
  app.fetch(
    new Request(`${baseUrl}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    }),
  );

beforeAll(async () => {
  clinic = await aClinicWithSignIn();
  clientId = (await aClient(clinic.world)).clientId;
  gate = await aGate();
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(clinic.world.db);
  db = databaseOn(poolAt({ ...inject('postgres'), host: '127.0.0.1', port: gate.port, database: rows[0]?.name }, 6));
  const clock = () => new Date();
  const authentication = authenticationFor({
    db,
    libraryDb: db,
    secret: 'a secret of thirty-two characters',
    baseUrl,
    clock,
    idleMinutes: 10,
  });
  app = withJar(createApp({ db, clock, authentication, log: pino({ level: 'silent' }) }));
  await post('/sign-in', credentials);
});
afterAll(async () => {
  await db.destroy();
  await gate.shut();
  await clinic.world.drop();
});

const start = () => post(`/clients/${clientId}/adjustments`, { trigger: 'team', about: 'Two of us thought of it.' });

async function expectUnavailable(requested: Promise<Response>): Promise<void> {
  const response = await requested;
  const problem = Problem.parse(await response.json());
  expect([response.status, problem.code]).toEqual([503, 'unavailable']);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
}

/** Asks until it is answered again; one that never is runs into the test's own limit. */
async function recovered(): Promise<void> {
  while ((await get('/today')).status !== 200) await new Promise((done) => setTimeout(done, 50));
}

test('with the database gone, whoever is signed in is told to try again, the process lives, and it goes on by itself when the database is back', async () => {
  expect((await get('/today')).status).toBe(200);
  await gate.shut();
  await expectUnavailable(get('/today'));
  await expectUnavailable(get('/me'));
  await expectUnavailable(get(`/clients/${clientId}`));
  await expectUnavailable(start());
  expect((await get('/livez')).status).toBe(200);
  const readiness = await get('/readyz');
  expect([readiness.status, readiness.headers.get('retry-after')]).toEqual([503, '5']);
  await Promise.all(Array.from({ length: 40 }, () => expectUnavailable(get('/today'))));
  await gate.open();
  await recovered();
  expect([(await get('/readyz')).status, (await start()).status]).toEqual([200, 200]);
});

test('a database that takes the question and never answers is given up: 503, not ready, and on again by itself when it speaks', async () => {
  await Promise.all(Array.from({ length: 8 }, () => get('/today')));
  gate.hush(true);
  const readiness = await get('/readyz');
  expect([readiness.status, readiness.headers.get('retry-after')]).toEqual([503, '5']);
  await Promise.all([...Array.from({ length: 12 }, () => expectUnavailable(get('/today'))), expectUnavailable(start())]);
  expect((await get('/livez')).status).toBe(200);
  gate.hush(false);
  await recovered();
  expect([(await get('/readyz')).status, (await start()).status]).toEqual([200, 200]);
});

test('a database that answers late is waited for, or the request is told to come back; nothing is half done', async () => {
  const stored = async () =>
    (await clinic.world.db.selectFrom('adjustment').select('id').where('client_id', '=', clientId).execute()).length;
  const before = await stored();
  gate.delay(60);
  const answers = await Promise.all(Array.from({ length: 10 }, () => start()));
  gate.delay(0);
  expect(new Set(answers.map(({ status }) => status)).difference(new Set([200, 503]))).toEqual(new Set());
  expect(answers.filter(({ status, headers }) => status === 503 && headers.get('retry-after') === null)).toEqual([]);
  expect(await stored()).toBe(before + answers.filter(({ status }) => status === 200).length);
  await recovered();
});

test('a right password is not called wrong because the database is gone', async () => {
  await gate.shut();
  await expectUnavailable(post('/sign-in', credentials)).finally(() => gate.open());
  await recovered();
  expect((await post('/sign-in', credentials)).status).toBe(200);
});

test('connections that are cut in the middle of writes leave each write whole or not there, and are replaced', async () => {
  const stored = async () =>
    (await clinic.world.db.selectFrom('adjustment').select('id').where('client_id', '=', clientId).execute()).map(({ id }) => id);
  const before = await stored();
  const answers: { status: number; body: unknown }[] = [];
  const writing = Promise.all(
    Array.from({ length: 5 }, async () => {
      for (let tries = 0; tries < 12; tries += 1) {
        const response = await start();
        answers.push({ status: response.status, body: await response.json() });
      }
    }),
  );
  for (let round = 0; round < 8; round += 1) {
    await new Promise((done) => setTimeout(done, 15));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
      .execute(clinic.world.db)
      .catch(() => undefined);
  }
  await writing;
  expect(new Set(answers.map(({ status }) => status)).difference(new Set([200, 503]))).toEqual(new Set());
  const saved = answers.filter(({ status }) => status === 200).map(({ body }) => Object(body).id as string);
  const now = await stored();
  expect(now).toEqual(expect.arrayContaining([...before, ...saved]));
  const { rows } = await sql<{
    count: number;
  }>`select count(*) from audit_event where action = 'adjustments.start' and kind = 'write'`.execute(clinic.world.db);
  expect(rows[0]?.count).toBe(now.length);
  await recovered();
});
