import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { byName, nameOrder, nameWords, plainText } from '#domain/people/names.ts';
import { mergeCharts } from '#kit/chart-merges.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup } from '#kit/groups.ts';
import { booked } from '#kit/rosters.ts';
import { aSession } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

/** What the database makes of texts. */
async function inDatabase(texts: readonly string[]) {
  const { rows } = await sql<{
    plain: string;
    ordered: string;
    words: string[];
  }>`select plain_text(given) as plain, name_order(given) as ordered,
    name_words(given) as words from unnest(${texts}::text[]) with ordinality texts(given, number) order by number`.execute(world.db);
  return rows;
}

const ranges = [
  [0x20, 0x24f],
  [0x250, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x2060],
] as const;
const letters = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)));

test('every letter is folded in the database as it is by the rule', async () => {
  const rows = await inDatabase(letters);
  const unlike = letters.filter((letter, at) => rows[at]?.plain !== plainText(letter));
  expect(letters.length).toBeGreaterThan(1_800);
  expect(unlike).toEqual([]);
});

test('names of any letters are folded, ordered and parted in the database as they are by the rule', async () => {
  const names = fc.sample(fc.string({ unit: fc.constantFrom(...letters, ...Array.from(" -'’.,()&/_  aeiouAEIOU")), maxLength: 24 }), {
    numRuns: 2_000,
    seed: 12,
  });
  const rows = await inDatabase(names);
  for (const [at, name] of names.entries())
    expect([name, rows[at]]).toEqual([name, { plain: plainText(name), ordered: nameOrder(name), words: nameWords(name) }]);
});

const people: readonly (readonly [string, string])[] = [
  ['José', 'García López'],
  ['Maria', 'de la Cruz'],
  ['Siobhán', 'O’Brien'],
  ['Zoë', 'Ávila'],
  ['Tuấn', 'Nguyễn Văn'],
  ['Paul', 'Zimmer'],
  ['Ann', 'Adams'],
  ['Jan', 'van Dyk'],
  ['Łukasz', 'Łaski'],
  ['Anna-Marie', 'Smith-Jones'],
  ['Ana', 'Núñez-García'],
  ['Eva', 'Müller'],
  ['Eve', 'Mueller'],
  ['Suharto', 'Suharto'],
  ['', 'Madonna'],
  ['Pele', ''],
];
let sessionId: string;
let groupId: string;

beforeAll(async () => {
  sessionId = await aSession(world, {});
  groupId = await aGroup(world, { name: 'Evening' });
  const { session_on: on } = await world.db
    .selectFrom('session')
    .select('session_on')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  for (const [firstName, lastName] of people.toReversed()) {
    const { clientId } = await aClient(world, { firstName, lastName });
    await booked(world, sessionId, clientId, on);
    await world.db
      .insertInto('group_enrollment')
      .values({ organization_id: world.organizationId, group_id: groupId, client_id: clientId, from_on: on, to_on: null, weekdays: null })
      .execute();
  }
});

type Found = { readonly clients: readonly { readonly name: string; readonly lastName?: string }[] };
const post = async (path: string, body: object): Promise<Found> => {
  const response = await world.as('director').post(path, body);
  expect(response.status).toBe(200);
  return (await response.json()) as Found;
};
/** The family names that each search answers, in its order. */
const searches: Readonly<Record<string, (typed: string) => Promise<readonly string[]>>> = {
  'the list of clients': async (text) =>
    (await post('/clients/search', { text })).clients.map(({ lastName, name }) => (lastName === '' ? name : (lastName ?? ''))),
  'the walk-in': async (search) =>
    (await post(`/sessions/${sessionId}/walk-ins`, { search })).clients.map(({ name }) => name.split(', ')[0] ?? ''),
  'the roster': async (search) =>
    (await post(`/sessions/${sessionId}/attendance/search`, { search })).clients.map(({ name }) => name.split(', ')[0] ?? ''),
};

const sought: readonly (readonly [string, readonly string[]])[] = [
  ['lopez', ['García López']],
  ['cruz', ['de la Cruz']],
  ["o'brien", ['O’Brien']],
  ['obrien', ['O’Brien']],
  ['avila', ['Ávila']],
  ['nguyen', ['Nguyễn Văn']],
  ['laski', ['Łaski']],
  ['jones', ['Smith-Jones']],
  ['smith jones', ['Smith-Jones']],
  ['García Núñez', ['Núñez-García']],
  ['garcia', ['García López', 'Núñez-García']],
  ['muller', ['Müller']],
  ['mueller', ['Mueller']],
  ['suharto', ['Suharto']],
  ['madonna', ['Madonna']],
  ['pele', ['Pele']],
  ['Dyk, Jan', ['van Dyk']],
  ['nobody', []],
];

test.each(Object.keys(searches).flatMap((where) => sought.map(([typed, found]) => [where, typed, found] as const)))(
  '%s finds “%s”: %j',
  async (where, typed, found) => expect(await searches[where]?.(typed)).toEqual(found),
);

test('Today is searched alike, and by the group', async () => {
  const search = async (text: string) => {
    const answer = await world.as('director').post('/today/search', { for: 'team', text });
    const { matching, counts } = (await answer.json()) as { matching: Record<string, number>; counts: { clients: number } };
    return { of: counts.clients, matching: (matching['needing'] ?? 0) + (matching['snoozed'] ?? 0) + (matching['nothingNeeded'] ?? 0) };
  };
  expect(await search('garcia nunez')).toEqual({ of: people.length, matching: 1 });
  expect(await search('o’brien')).toEqual({ of: people.length, matching: 1 });
  expect(await search('nobody')).toEqual({ of: people.length, matching: 0 });
});

test('one human order in all of them, and on the roster, the group’s roster and behind Coverage', async () => {
  // Who has one name is ordered by it.
  const lastNames = people.toSorted(([a, one], [b, other]) => byName(one || a, other || b)).map(([first, last]) => last || first);
  const roster = (await (await world.as('director').get(`/sessions/${sessionId}/attendance`)).json()) as {
    rows: readonly { name: string }[];
  };
  const group = (await (await world.as('director').get(`/groups/${groupId}/roster`)).json()) as { people: readonly { name: string }[] };
  expect(await searches['the list of clients']?.('')).toEqual(lastNames);
  expect(roster.rows.map(({ name }) => name.split(', ')[0])).toEqual(lastNames);
  expect(group.people.map(({ name }) => name.split(' ').slice(1).join(' ') || name)).toEqual(lastNames);
});

test('a name that changes is found and ordered as it is now, and a merged chart through the one that stays', async () => {
  const { clientId } = await aClient(world, { chart: 'OLD-0042Q', firstName: 'Old', lastName: 'Former' });
  await world.db.updateTable('client').set({ last_name: 'Ångström', preferred_name: 'Bo' }).where('id', '=', clientId).execute();
  expect(await searches['the list of clients']?.('former')).toEqual([]);
  expect(await searches['the list of clients']?.('bo angs')).toEqual(['Ångström']);
  for (const number of ['old-0042q', '0042q', '42q']) expect(await searches['the list of clients']?.(number)).toEqual(['Ångström']);
  const { clientId: stays } = await aClient(world, { firstName: 'Zo', lastName: 'Last' });
  expect((await mergeCharts(world, stays, clientId)).status).toBe(200);
  for (const typed of ['angs', '42q', 'bo last'])
    expect([typed, await searches['the list of clients']?.(typed)]).toEqual([typed, ['Last']]);
});
