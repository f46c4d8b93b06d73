import { expect, test } from 'vitest';
import { sourcesOf, type Source } from '#kit/sources.ts';
import { withoutComments } from '#kit/syntax.ts';

/** Where the time of the process, the device or the database may be read. Everything else is given the moment. */
const ports = new Set(['server/clock.ts', 'src/api/clock.ts']);

const processClock = /\bnew Date\(\)|\bDate\.now\(|\bDate\(\)/;
const databaseClock =
  /(?<!default )\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|(?<!default )\bcurrent_(?:date|timestamp|time)\b|\blocaltime(?:stamp)?\b/i;

/** A column may be stamped by the database; no rule may read its clock. Inside the pages there is no SQL, and `now()` is a function of ours. */
function clocksReadIn(source: Source): string[] {
  if (ports.has(source.path)) return [];
  const text = withoutComments(source);
  const found = processClock.exec(text) ?? (source.path.startsWith('src/') ? null : databaseClock.exec(sqlIn(text)));
  return found === null ? [] : [`${source.path}: ${found[0]}`];
}

const sqlIn = (text: string): string => [...text.matchAll(/\bsql(?:<[^`]*?>)?`[^`]*`/g)].map(([query]) => query).join('\n');

test('time is read at one port, and rules are given the moment', () => {
  expect(sourcesOf(['src', 'server', 'mocks'], /\.tsx?$/).flatMap(clocksReadIn)).toEqual([]);
});

test.each([
  ['server/imports/planted.ts', "const query = sql`select from import_row where in_at > now() - interval '1 day'`;"],
  [
    'server/database/migrations/planted.ts',
    'await sql`create function f() returns date language sql as $$ select current_date $$`.execute(db);',
  ],
  ['server/caseload/planted.ts', 'const today = new Date();'],
  ['src/features/caseload/Planted.tsx', 'const since = Date.now();'],
])('the guard sees the clock that %s reads', (path, text) => {
  expect(clocksReadIn({ path, text })).toHaveLength(1);
});

test('the guard leaves the stamp of a column alone', () => {
  const text = 'await sql`create table t (at timestamptz not null default now())`.execute(db);';
  expect(clocksReadIn({ path: 'server/database/migrations/planted.ts', text })).toEqual([]);
});
