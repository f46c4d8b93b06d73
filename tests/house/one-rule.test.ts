import { expect, test } from 'vitest';
import { sourcesOf, type Source } from '#kit/sources.ts';
import { withoutComments } from '#kit/syntax.ts';

/** Where the time in which a slot can be met is read. Whoever matches cups and slots by themselves needs it; whoever asks the rule doesn't. */
const readsWindow = (among: readonly Source[]): string[] =>
  among.filter((source) => withoutComments(source).includes('screenWindowHours')).map(({ path }) => path);

test('one file decides which slot a cup meets', () => {
  expect(readsWindow(sourcesOf(['src', 'server'], /\.tsx?$/))).toEqual([
    'src/domain/drug-screens/slots-met.ts',
    'src/domain/programs/settings.ts',
  ]);
});

test('the guard sees another one', () => {
  const planted = { path: 'server/cohort/x.rows.ts', text: 'const first = addDays(on, -Math.floor(settings.screenWindowHours / 24));' };
  expect(readsWindow([planted])).toEqual([planted.path]);
});

/** Where letters are folded, or names compared, by anything but the one rule of names. */
const foldsNames = (among: readonly Source[]): string[] =>
  among
    .filter((source) => /\.normalize\(\s*'NF|Intl\.Collator|(?:[nN]ame|label)\)?\.localeCompare\(/.test(withoutComments(source)))
    .map(({ path }) => path);

/** Where SQL orders people or things by a name as the server's collation has it. */
const ordersByCollation = (among: readonly Source[]): string[] =>
  among
    .filter((source) =>
      /orderBy\(\s*'(?!client\.sort_name)(?:\w+\.)?(?:\w*_)?name'|order by (?:\w+\.)?(?:name|last_name|first_name)\b|\blower\((?:\w+\.)?(?:\w*_)?name\)/.test(
        withoutComments(source),
      ),
    )
    .map(({ path }) => path);

test('names are folded, ordered and compared by one rule', () => {
  // Names of drugs are another vocabulary, with letters of its own.
  const people = sourcesOf(['src', 'server'], /\.tsx?$/).filter(({ path }) => path !== 'src/domain/drug-screens/analytes.ts');
  expect(foldsNames(people)).toEqual(['src/domain/people/names.ts']);
  const server = sourcesOf(['server'], /\.ts$/).filter(({ path }) => !path.startsWith('server/database/'));
  expect(ordersByCollation(server)).toEqual([]);
});

test.each([
  "const plain = name.normalize('NFD').toLowerCase();",
  'rows.toSorted((a, b) => a.name.localeCompare(b.name));',
  "const collator = new Intl.Collator('en', { numeric: true });",
])('the guard sees another folding: %s', (text) => {
  const planted = { path: 'src/domain/clients/x.ts', text };
  expect(foldsNames([planted])).toEqual([planted.path]);
});

test.each([
  "query.orderBy('staff.name')",
  "query.orderBy('client.last_name')",
  'sql`select 1 from site order by name`',
  'sql`lower(client.last_name)`',
])('the guard sees another order: %s', (text) => {
  const planted = { path: 'server/clients/x.rows.ts', text };
  expect(ordersByCollation([planted])).toEqual([planted.path]);
});
