import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { contract } from '#contract/index.ts';
import { Problem, refusals } from '#contract/refusals.ts';
import { aClinicWithSignIn, password, type ClinicWithSignIn } from '#kit/authentication.ts';
import { createApp } from '#server/http/app.ts';
import { authenticationFor } from '#server/identity/sign-in.ts';
import { nul, fieldPathsIn, texts, withAt } from './promises-strange.ts';

let clinic: ClinicWithSignIn;
beforeAll(async () => {
  clinic = await aClinicWithSignIn();
});
afterAll(() => clinic.world.drop());

const first = {
  organization: 'A clinic',
  timeZone: 'America/Chicago',
  program: 'Adult',
  site: 'Main',
  name: 'Somebody',
  email: 'somebody@example.org',
};
const bodies: Readonly<Record<string, object>> = {
  enter: { email: 'nobody@example.org', password },
  unlock: { password },
  link: { token: 'none' },
  accept: { token: 'none', password, first },
};
const posts = Object.entries<Endpoint>(contract.signIn).filter(([name]) => name in bodies);

const send = (path: string, body: unknown) =>
  clinic.app.fetch(
    new Request(`http://localhost:3000/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

describe.each(posts)('signIn.%s', (name, entry) => {
  test('takes any text at sign-in without an error of ours', async () => {
    const good = bodies[name] ?? {};
    for (const fieldPath of fieldPathsIn(good)) {
      for (const text of texts.filter((one) => !one.includes('-01T') && one.length < 4000)) {
        const response = await send(entry.path, withAt(good, fieldPath, text));
        const { code } = Problem.parse(await response.json());
        expect([fieldPath, text, response.status < 500, Object.keys(refusals).includes(code)]).toEqual([fieldPath, text, true, true]);
      }
    }
  });

  test('refuses a NUL by the name of its field', async () => {
    const good = bodies[name] ?? {};
    for (const fieldPath of fieldPathsIn(good)) {
      const response = await send(entry.path, withAt(good, fieldPath, `a${nul}b`));
      const { fields } = Problem.parse(await response.json());
      expect([fieldPath, response.status, fields?.[0]?.field]).toEqual([fieldPath, 400, fieldPath.join('.')]);
    }
  });
});

test('a report that the browser refused something names no client in the log', async () => {
  let written = '';
  const memory = new Writable({ write: (chunk: Buffer, _, done) => ((written += chunk.toString()), done()) });
  const clock = () => clinic.clock.now;
  const baseUrl = 'http://localhost:3000';
  const authentication = authenticationFor({
    db: clinic.world.db,
    libraryDb: clinic.world.db,
    secret: 'a secret of thirty-two characters',
    baseUrl,
    clock,
    idleMinutes: 10,
  });
  const app = createApp({ db: clinic.world.db, clock, authentication, log: pino({ level: 'trace' }, memory) });
  const id = '0190a7a0-0000-7000-8000-00000000C11E';
  const body = JSON.stringify({ 'csp-report': { 'document-uri': `${baseUrl}/clients/${id}`, 'violated-directive': 'script-src' } });
  const response = await app.fetch(new Request(`${baseUrl}/api/csp-reports`, { method: 'POST', body }));
  expect(response.status).toBe(204);
  expect(written).toContain('script-src');
  expect(written.toLowerCase()).not.toContain(id.toLowerCase());
});
