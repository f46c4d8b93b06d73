import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadlocksIn } from '#kit/database.ts';
import { aClinic, ask, entries, goodAsks, stored, type Ask, type Clinic } from './promises-world.ts';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await aClinic();
});
afterAll(() => clinic.world.drop());

const keyed = (one: Ask, key: string): Ask => ({ ...one, headers: { ...one.headers, 'idempotency-key': key } });

async function oneOf(action: string): Promise<Ask> {
  const [first] = await goodAsks(clinic, action);
  if (first === undefined) throw new Error(`nothing to ask of ${action}`);
  return first;
}

/** What a piece of work adds to the database, and what it answers. */
async function addedBy<T>(work: () => Promise<T>): Promise<{ added: Record<string, number>; answer: T }> {
  const before = await stored(clinic.world);
  const answer = await work();
  const after = await stored(clinic.world);
  return { added: Object.fromEntries(Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)])), answer };
}

async function anotherDirector() {
  const { db, organizationId, staff } = clinic.world;
  const role = 'director' as const;
  const values = { organization_id: organizationId, name: 'Another director', role, user_id: null, ended_on: null };
  const { id } = await db.insertInto('staff').values(values).returning('id').executeTakeFirstOrThrow();
  const programs = await db.selectFrom('staff_program').select('program_id').where('staff_id', '=', staff.director.staffId).execute();
  await db
    .insertInto('staff_program')
    .values(programs.map(({ program_id }) => ({ organization_id: organizationId, staff_id: id, program_id })))
    .execute();
  return { organizationId, staffId: id, name: 'Another director', role };
}

const answerOf = async (response: Response) => [response.status, await response.text()] as const;

/** What is one person's to do, or one of two who saw the same version: the other is told so, and not what the first was told. */
const onlyOneMay = new Map([
  ['coverage.acknowledge', 403],
  ['episodes.signEnding', 403],
  ['medications.editMap', 412],
]);

describe.each(entries.filter(({ entry }) => entry.idempotent === true))('$action', ({ action, role }) => {
  test('sent twenty times at once is stored once and answered alike', async () => {
    const first = await oneOf(action);
    const single = await addedBy(async () => answerOf(await ask(clinic.world, first)));
    const second = await oneOf(action);
    const key = randomUUID();
    const keys = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? key : key.toUpperCase()));
    const many = await addedBy(() => Promise.all(keys.map(async (one) => answerOf(await ask(clinic.world, keyed(second, one))))));
    expect(many.answer.map(([status]) => status)).toEqual(keys.map(() => 200));
    const answers = many.answer.map(([, text]) => JSON.parse(text) as unknown);
    for (const again of answers) expect(again).toEqual(answers[0]);
    expect(many.added).toEqual(single.added);
  });

  test('names what a page has to ask again, to a repeat too', async () => {
    const one = keyed(await oneOf(action), randomUUID());
    const named = [await ask(clinic.world, one), await ask(clinic.world, one)].map(({ headers }) => headers.get('x-changed'));
    expect(named[0]).toMatch(/^[a-z-]+(, [a-z-]+)*$/);
    expect(named[1]).toBe(named[0]);
  });

  test('refuses the same key with another body, and leaves the first as it was', async () => {
    const key = randomUUID();
    expect((await ask(clinic.world, keyed(await oneOf(action), key))).status).toBe(200);
    const other = await oneOf(action);
    const second = await addedBy(async () => answerOf(await ask(clinic.world, keyed(other, key))));
    expect([second.answer[0], JSON.parse(second.answer[1])]).toMatchObject([422, { code: 'key-reused' }]);
    expect(new Set(Object.values(second.added))).toEqual(new Set([0]));
  });

  test('a first try that failed leaves the key free', async () => {
    const one = keyed(await oneOf(action), randomUUID());
    await sql`revoke insert on idempotency_record from cairn_app`.execute(clinic.world.db);
    const failed = await addedBy(async () => (await ask(clinic.world, one)).status).finally(() =>
      sql`grant insert on idempotency_record to cairn_app`.execute(clinic.world.db),
    );
    expect(failed.answer).toBe(500);
    expect(new Set(Object.values(failed.added))).toEqual(new Set([0]));
    expect((await ask(clinic.world, one)).status).toBe(200);
  });

  test('the same key in another person’s hand is another key', async () => {
    const key = randomUUID();
    const one = keyed(await oneOf(action), key);
    const other = keyed(await oneOf(action), key);
    const someoneElse = role === 'director' ? await anotherDirector() : 'director';
    const answers = await Promise.all([ask(clinic.world, one), ask(clinic.world, other, someoneElse)]);
    const expected = [200, onlyOneMay.get(action) ?? 200];
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual(expected);
  });
});

test('of all that was sent at once, no two waited for each other', async () => {
  expect(await deadlocksIn(clinic.world.db)).toBe(0);
});
