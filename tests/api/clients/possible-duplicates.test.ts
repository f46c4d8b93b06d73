import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProblemsShown } from '#contract/clients-data-problems.ts';
import { dayFrom, instantOf, type Day } from '#domain/calendar/calendar.ts';
import { likeness, mostSimilar } from '#domain/clients/duplicates.ts';
import { aClient } from '#kit/clients.ts';
import { mergeCharts } from '#kit/chart-merges.ts';
import { inside, worldOfEachTest } from '#kit/world.ts';
import { personOf } from '#server/clients/duplicates.rows.ts';
import { identitiesToCompare } from '#server/projections/noted-clients.rows.ts';
import { recompute } from '#server/projections/recompute.ts';

const world = worldOfEachTest();

/** Brings everything up to date that is noted, as a job would. */
async function compared(): Promise<void> {
  const now = instantOf(world.clock.now);
  await inside(world, async (db) => recompute(db, await identitiesToCompare(db, 1_000), now));
}

const stored = async () =>
  (await world.db.selectFrom('possible_duplicate').select(['one_id', 'other_id', 'likeness']).execute())
    .map(({ one_id, other_id, likeness: similarity }) => `${one_id} ${other_id} ${similarity}`)
    .toSorted();

/** What the rule says of every pair of charts, each held against each. */
async function expected(): Promise<readonly string[]> {
  const charts = await world.db.selectFrom('client').selectAll().where('superseded_by', 'is', null).orderBy('id').execute();
  return charts
    .flatMap((one, at) =>
      charts.slice(at + 1).flatMap((other) => {
        const similarity = likeness(personOf(one), personOf(other));
        return similarity === null ? [] : [`${one.id} ${other.id} ${similarity}`];
      }),
    )
    .toSorted();
}

const givenNames = ['Ana', 'Anna-Marie', 'José', 'Jhon', 'John', 'Siobhán', 'Will', 'William', 'Łukasz', 'Maya', 'Myaa'];
const familyNames = [
  'Smith-Jones',
  'Smith Jones',
  'de la Cruz',
  'Cruz',
  'O’Brien',
  'OBrien',
  'Núñez-García',
  'Garcia',
  'Müller',
  'Mueller',
  'Brandt',
  'Łaski',
];
const born = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('1971', '1972'), fc.constantFrom(2, 3, 12), fc.constantFrom(2, 3, 12))
      .map(([year, month, date]): Day | null => dayFrom(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)),
  },
);
/** A letter left out, two changed about, or nothing. */
const slip = fc.tuple(fc.constantFrom('none', 'left-out', 'swapped'), fc.integer({ min: 0, max: 6 }));
const slipped = (name: string, [kind, at]: [string, number]): string => {
  if (kind === 'none' || name.length <= at + 1) return name;
  return kind === 'left-out'
    ? name.slice(0, at) + name.slice(at + 1)
    : name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
};
const person = fc.record({
  firstName: fc.tuple(fc.constantFrom(...givenNames), slip).map(([name, how]) => slipped(name, how)),
  lastName: fc.tuple(fc.constantFrom(...familyNames), slip).map(([name, how]) => slipped(name, how)),
  bornOn: born,
});

test('what is stored is what the rule says of every pair, after charts are written, changed and merged', async () => {
  const people = fc.sample(person, { numRuns: 90, seed: 7 });
  const ids: string[] = [];
  for (const one of people) ids.push((await aClient(world, { ...one, lastName: one.lastName || 'X' })).clientId);
  await compared();
  const pairs = await expected();
  expect(pairs.length).toBeGreaterThan(30);
  expect(await stored()).toEqual(pairs);

  const changes = fc.sample(person, { numRuns: 30, seed: 8 });
  for (const [at, { firstName, lastName, bornOn }] of changes.entries())
    await world.db
      .updateTable('client')
      .set({ first_name: firstName, last_name: lastName, born_on: bornOn })
      .where('id', '=', ids[at * 2] ?? '')
      .execute();
  await compared();
  expect(await stored()).toEqual(await expected());
});

test('a change of a chart is compared before it is answered, and a merged chart is alike nobody', async () => {
  const one = await aClient(world, { firstName: 'Rowan', lastName: 'Vale', bornOn: dayFrom('1961-01-30') });
  const other = await aClient(world, { firstName: 'Robin', lastName: 'Nobody', bornOn: dayFrom('1999-09-09') });
  await compared();
  expect(await stored()).toEqual([]);
  const identity = {
    firstName: 'Rowan',
    lastName: 'Vale',
    preferredName: null,
    pronouns: null,
    bornOn: '1961-01-30',
    chartNumber: 'DUP-1',
    language: null,
    interpreter: null,
  };
  const amended = await world.as('director').post(`/clients/${other.clientId}/record`, { identity }, { 'if-match': '"1"' });
  expect(amended.status).toBe(200);
  expect(await stored()).toEqual([[...[one.clientId, other.clientId].toSorted(), 'likely'].join(' ')]);
  expect((await mergeCharts(world, one.clientId, other.clientId, { otherVersion: 2 })).status).toBe(200);
  expect(await stored()).toEqual([]);
});

test('a name and birth date that stand for many are kept as few as somebody can look at', async () => {
  for (let made = 0; made < mostSimilar + 6; made += 1)
    await aClient(world, { firstName: 'Test', lastName: 'Client', bornOn: dayFrom('1900-01-01') });
  await compared();
  const counted = new Map<string, number>();
  for (const pair of await stored()) for (const id of pair.split(' ').slice(0, 2)) counted.set(id, (counted.get(id) ?? 0) + 1);
  expect(counted.size).toBe(mostSimilar + 6);
  const { duplicates } = (await (await world.as('director').get('/clients/problems')).json()) as ProblemsShown;
  expect(duplicates.many).toBe((await stored()).length);
  expect(duplicates.many).toBeLessThanOrEqual((mostSimilar + 6) * mostSimilar);
});

test('whom the list suggests while a name is typed is who is stored as alike once it is written', async () => {
  const { clientId } = await aClient(world, { firstName: 'Anna-Marie', lastName: 'Smith-Jones', bornOn: null });
  await aClient(world, { firstName: 'Anna', lastName: 'Brandt', bornOn: null });
  const typed = { firstName: 'Anna-Marie', lastName: 'Smith Jones', preferredName: null, bornOn: '1990-02-03', chartNumber: '' };
  const answer = await world.as('director').post('/clients/duplicates', typed);
  expect(await answer.json()).toMatchObject({ duplicates: [{ clientId, likeness: 'possible' }] });
});

test('a chart that is taken back is nobody’s possible duplicate any more', async () => {
  const same = { firstName: 'Ana', lastName: 'Brandt' };
  await aClient(world, same);
  const other = await aClient(world, same);
  await compared();
  expect(await stored()).toHaveLength(1);
  await world.db.deleteFrom('episode').where('client_id', '=', other.clientId).execute();
  await world.db.deleteFrom('client').where('id', '=', other.clientId).execute();
  expect(await stored()).toEqual([]);
});
