import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { worldOfFile } from '#kit/world.ts';
import { aClient } from '#kit/clients.ts';

const world = worldOfFile();

beforeAll(async () => {
  await aClient(world);
});

test('one person who asks without end is told to wait, and another is answered meanwhile', async () => {
  const flood = Array.from({ length: 200 }, () => world.as('therapist').get('/today'));
  const other = await world.as('director').get('/today');
  const answers = await Promise.all(flood);
  expect(other.status).toBe(200);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status === 200).length + refused.length).toBe(200);
  for (const { headers } of refused) expect([headers.get('retry-after'), headers.get('ratelimit')]).toEqual(['5', '"person";r=0;t=5']);
  expect((await world.as('therapist').get('/today')).status).toBe(200);
});

test('one person never holds more than four of the database’s connections', async () => {
  const held = async () => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*) from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`.execute(
      world.db,
    );
    return rows[0]?.count ?? 0;
  };
  const flood = Array.from({ length: 40 }, () => world.as('therapist').get('/today'));
  const seen: number[] = [];
  for (let look = 0; look < 10; look += 1) seen.push(await held());
  await Promise.all(flood);
  expect(Math.max(...seen)).toBeGreaterThan(0);
  expect(Math.max(...seen)).toBeLessThanOrEqual(4);
});
