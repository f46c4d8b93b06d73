import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pino from 'pino';
import { expect, test } from 'vitest';
import { Problem } from '#contract/refusals.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';
import { createApp, type App } from '#server/http/app.ts';

const world = worldOfFile();
const nothing = () => Promise.reject(new Error('nobody signs in here'));

const appWith = (longestRequest: number): App =>
  createApp({
    db: world.db,
    clock: () => world.clock.now,
    authentication: {
      authenticate: () => Promise.resolve({ kind: 'actor', actor: world.staff.therapist }),
      enter: nothing,
      lock: nothing,
      unlock: nothing,
      leave: nothing,
    },
    log: pino({ level: 'silent' }),
    longestRequest,
  });

const recordContact = (app: App, clientId: string) =>
  app.fetch(
    new Request(`http://cairn.test/api/clients/${clientId}/contacts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ method: 'phone', twoWay: true, note: 'We spoke.', at: 'now' }),
    }),
  );
const contacts = async () => (await world.db.selectFrom('contact').select('id').execute()).length;

test('a request that has had its time is told to come again, and nothing that it wrote is left', async () => {
  const { clientId } = await aClient(world);
  // Each contact takes its time once it is written, and the request goes on afterwards.
  await sql`create function takes_its_time() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return null; end $$`.execute(
    world.db,
  );
  await sql`create trigger takes_its_time after insert on contact for each row execute function takes_its_time()`.execute(world.db);
  const late = await recordContact(appWith(150), clientId);
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5']);
  expect(Problem.parse(await late.json())).toMatchObject({ code: 'unavailable' });
  expect(await contacts()).toBe(0);
  expect((await recordContact(appWith(30_000), clientId)).status).toBe(200);
  expect(await contacts()).toBe(1);
});

test('a read whose time is over is answered at the next thing that it asks', async () => {
  const answered = await appWith(0).fetch(new Request('http://cairn.test/api/today'));
  expect([answered.status, Problem.parse(await answered.json()).code]).toEqual([503, 'unavailable']);
  expect((await appWith(30_000).fetch(new Request('http://cairn.test/api/today'))).status).toBe(200);
});
