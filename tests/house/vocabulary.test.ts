import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourcesOf, type Source } from '#kit/sources.ts';
import { namesIn, partsOf } from '#kit/syntax.ts';

/** Parts of names that are clever, private or British, and the words of the field or the trade that stand for them. */
const instead: Readonly<Record<string, string>> = {
  'told untold': 'notified',
  'say says saying': 'message, label, summary',
  'owed owes owing': 'task',
  'place places': 'index, booking, enrollment, location',
  once: 'idempotency',
  turns: 'concurrency limit',
  'door doors': 'authentication',
  asked: 'route entry, requested',
  'wall walls walled': 'row-level security, tenant',
  packed: 'compressed',
  silence: 'statement timeout',
  'standing standings': 'careStatus, countStatus, surviving',
  stands: 'surviving, kept',
  'upkeep duty duties': 'job',
  'double doubles distinguish': 'duplicate, markNotDuplicate',
  'fold folds folded': 'merged',
  closings: 'discharge reasons',
  'reread rereads rereading rereadings': 'reinterpretation',
  desk: 'import context',
  'taking mending undoing': 'commit, fix, rollback',
  alike: 'similar',
  'misfit misfits contradictions': 'match errors, cross-field errors',
  'aside asides apart loose': 'exclusion, separate, unscheduled',
  'teller life lives house crowd': 'storyBuilder, client fixture, program fixture, population',
  'authorisation authorisations authorised': 'authorization',
  utilisation: 'utilization',
  'enrol enrolment': 'enroll, enrollment',
  organisation: 'organization',
  programme: 'program',
  'centre colour colours behaviour': 'center, color, behavior',
  'neighbour neighbours': 'neighbor',
  'recognise normalise': 'recognize, normalize',
};
const banned = new Map(Object.entries(instead).flatMap(([parts, words]) => parts.split(' ').map((part) => [part, words] as const)));

/** Names that others gave (elements, Node's events, generators of a library), and one answer of a form. */
const allowed = new Set(['aside', 'once', 'double', 'notAsked']);

const complaintsIn = (where: string, names: readonly string[]): string[] =>
  names
    .filter((name) => !allowed.has(name))
    .flatMap((name) =>
      partsOf(name)
        .filter((part) => banned.has(part))
        .map((part) => `${where}: ${name} (not ${part}, but ${banned.get(part)})`),
    );

const ofCode = ({ path, text }: Source): string[] => complaintsIn(path, [...namesIn({ path, text }), ...path.split('/')]);

const code = sourcesOf(['src', 'server', 'mocks', 'tests', 'scripts'], /\.(ts|tsx|mjs)$/).filter(
  ({ path }) => !path.startsWith('tests/house/'),
);

test('identifiers, contract fields and files use the words of the field and of the trade', () => {
  expect(code.flatMap(ofCode)).toEqual([]);
});

test('tables, columns and functions of the database do too', () => {
  const schema = readFileSync('tests/api/database/schema.snapshot.txt', 'utf8');
  const names = schema.match(/\b[a-z]+(?:_[a-z]+)+\b|^ {2}[a-z]+\b|(?<=^(?:table|function) )[a-z]+\b/gm) ?? [];
  expect(names.length).toBeGreaterThan(500);
  expect(complaintsIn('schema', [...new Set(names.map((name) => name.trim()))])).toEqual([]);
});

test('style sheets and addresses do too', () => {
  const classes = sourcesOf(['src'], /\.css$/).flatMap(({ path, text }) =>
    complaintsIn(
      path,
      [...text.matchAll(/\.([a-z][\w-]*)(?=[\s,.:{>~+[])/gi)].map(([, name = '']) => name),
    ),
  );
  const paths = sourcesOf(['src/contract'], /\.ts$/).flatMap(({ path, text }) =>
    complaintsIn(
      path,
      [...text.matchAll(/path: '([^']+)'/g)].map(([, address = '']) => address),
    ),
  );
  expect([...classes, ...paths]).toEqual([]);
});

test.each([
  ['const toldAt = 1;', 'toldAt'],
  ['type Row = { owed: string };', 'owed'],
  ['export const page = <ToldDialog />;', 'ToldDialog'],
  ['row.says;', 'says'],
])('the guard sees %s', (text, name) => {
  expect(ofCode({ path: 'src/planted.tsx', text })).toEqual([expect.stringContaining(name)]);
});

test('the guard leaves prose and comments free', () => {
  expect(ofCode({ path: 'src/planted.tsx', text: '// told\nexport const page = <p title="told">told</p>;' })).toEqual([]);
});
