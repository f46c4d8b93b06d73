import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';
import { createApp } from '#server/http/app.ts';

const canary = { firstName: 'Quillon', lastName: 'Zyxwv', chart: 'CANARY-77' };

let written = '';
const world = worldOfFile();

const memory = new Writable({
  write(chunk: Buffer, _, done) {
    written += chunk.toString();
    done();
  },
});

test('at its most talkative the log names the request, its status and its time, and no client', async () => {
  const { clientId } = await aClient(world, canary);
  const actor = world.staff.therapist;
  const app = createApp({
    db: world.db,
    clock: () => world.clock.now,
    authentication: {
      authenticate: () => Promise.resolve({ kind: 'actor', actor }),
      enter: () => Promise.reject(new Error('closed')),
      lock: () => Promise.resolve(),
      unlock: () => Promise.reject(new Error('closed')),
      leave: () => Promise.resolve(new Headers()),
    },
    log: pino({ level: 'trace' }, memory),
  });
  const post = (path: string, body: unknown) =>
    app.fetch(
      new Request(`http://cairn.test/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': '0190a7a0-0000-4000-8000-000000000000' },
        body: JSON.stringify(body),
      }),
    );
  await app.fetch(new Request(`http://cairn.test/api/clients/${clientId}`));
  await app.fetch(new Request('http://cairn.test/api/today'));
  await post('/clients/search', { text: canary.lastName });
  await post(`/clients/${clientId}/snoozes`, { need: 'hours', reason: canary.firstName, until: '2026-11-25' });
  await post(`/clients/${clientId}/snoozes`, { need: 'hours', reason: 'x'.repeat(900), until: canary.lastName });
  await post('/csp-reports', { 'csp-report': { 'blocked-uri': 'inline' } });

  const lines = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { action?: string; status?: number });
  expect(lines.filter(({ action }) => action === 'clients.page')).toMatchObject([{ status: 200 }]);
  expect(written).not.toMatch(/Quillon|Zyxwv|CANARY-77|1992-02-12/);
  expect(written).not.toContain(clientId);
});
