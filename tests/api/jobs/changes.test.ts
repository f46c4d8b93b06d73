import { expect, test } from 'vitest';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

test('a page learns which nouns to ask again, and nothing about anybody', async () => {
  const before = await world.as('tech').get('/changes');
  expect(await before.json()).toEqual({ seq: 0, nouns: [] });

  await world.db.insertInto('change_mark').values({ organization_id: world.organizationId, noun: 'drug-screens' }).execute();
  const after = await world.as('tech').get('/changes?since=0');
  expect(await after.json()).toMatchObject({ nouns: ['drug-screens'] });
});

test('asking for changes leaves no event, because nothing about a client is in the answer', async () => {
  await world.as('tech').get('/changes');
  const { count } = await world.db
    .selectFrom('audit_event')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(0);
});

test('nobody is told anything before signing in', async () => {
  const response = await world.as(null).get('/changes');
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'signed-out' });
});
