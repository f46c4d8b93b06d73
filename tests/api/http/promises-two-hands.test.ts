import { randomUUID } from 'node:crypto';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { expect, test } from 'vitest';
import { seen } from '#kit/adjustments.ts';
import { anIdentity } from '#kit/client-records.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';

// CAIRN_HANDS=10000 asks for a long run of both.
const steps = Number(process.env['CAIRN_HANDS'] ?? 240);
const perRun = 30;

const world = worldOfFile();

const hands = constantFrom('therapist', 'director');

test('whatever two people do to one chart, in turn or at once, no change of one is overwritten unseen by the other', async () => {
  const move = record({ who: hands, looksFirst: integer({ min: 0, max: 2 }), together: integer({ min: 1, max: 3 }) });
  await assert(
    asyncProperty(array(move, { minLength: perRun, maxLength: perRun }), async (moves) => {
      const { clientId } = await aClient(world);
      const saw = { therapist: 1, director: 1 };
      const kept: { version: number; saw: number; pronouns: string }[] = [];
      for (const { who, looksFirst, together } of moves) {
        if (looksFirst > 0) saw[who] = await versionOf(clientId, who);
        const writes = Array.from({ length: together }, async () => {
          const pronouns = randomUUID().slice(0, 30);
          const asSeen = saw[who];
          const response = await world
            .as(who)
            .post(`/clients/${clientId}/record`, { identity: anIdentity({ pronouns, chartNumber: clientId.slice(0, 12) }) }, seen(asSeen));
          expect([200, 412]).toContain(response.status);
          if (response.status === 200)
            kept.push({ version: ((await response.json()) as { version: number }).version, saw: asSeen, pronouns });
        });
        await Promise.all(writes);
      }
      const inOrder = kept.toSorted((one, other) => one.version - other.version);
      expect(inOrder.map(({ version }) => version)).toEqual(inOrder.map((_, index) => index + 2));
      expect(inOrder.filter((one) => one.saw !== one.version - 1)).toEqual([]);
      const now = (await (await world.as('director').get(`/clients/${clientId}/record`)).json()) as { pronouns: string | null };
      expect(now.pronouns).toBe(inOrder.at(-1)?.pronouns ?? null);
    }),
    { numRuns: Math.ceil(steps / perRun), endOnFailure: true },
  );
}, 600_000);

async function versionOf(clientId: string, who: 'therapist' | 'director'): Promise<number> {
  const response = await world.as(who).get(`/clients/${clientId}/record`);
  return ((await response.json()) as { version: number }).version;
}

test('however often, and however much at once, a form is sent again, what it says is stored once', async () => {
  const { clientId } = await aClient(world);
  const schedule = array(integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
  let sent = 0;
  await assert(
    asyncProperty(schedule, async (rounds) => {
      const key = randomUUID();
      const answers = new Set<string>();
      for (const together of rounds) {
        const responses = await Promise.all(Array.from({ length: together }, () => spoke(clientId, key)));
        for (const response of responses) {
          expect(response.status).toBe(200);
          answers.add(await response.text());
        }
      }
      sent += 1;
      expect(answers.size).toBe(1);
    }),
    { numRuns: Math.max(1, Math.floor(steps / 10)), endOnFailure: true },
  );
  const stored = await world.db.selectFrom('contact').select('id').where('client_id', '=', clientId).execute();
  expect(stored).toHaveLength(sent);
}, 600_000);

const spoke = (clientId: string, key: string) =>
  world
    .as('therapist')
    .post(`/clients/${clientId}/contacts`, { method: 'phone', twoWay: true, note: 'We spoke.', at: 'now' }, { 'idempotency-key': key });
