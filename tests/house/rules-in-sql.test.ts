import { expect, test } from 'vitest';
import { sourcesOf, type Source } from '#kit/sources.ts';
import { withoutComments } from '#kit/syntax.ts';

/** What a rule in SQL would read, and the files that may, each with what it reads there. Everything else takes the stored answer, or loads the rows and asks the rule. */
const readings = {
  marks: {
    seen: /\.status\s*(?:=(?![=>])|<>|not in|in \()|[^.\w'"]status (?:<>|=|in|not in) ['"$(]|where\('(?:\w+\.)?status'/,
    allowed: {
      'server/attendance/attendance.store.ts': 'keeps what was marked before it is changed, and takes unmarked bookings away',
      'server/attendance/bookings.rows.ts': 'counts the marks of a session',
      'server/attendance/bookings.store.ts': 'takes unmarked bookings away, marked ones stay',
      'server/attendance/last-served.rows.ts': 'the last service that a client came to, of any number of clients',
      'server/episodes/booked-after-care.rows.ts': 'finds bookings after the last day in care that nobody has marked',
      'server/imports/dependents.rows.ts': 'finds bookings that were marked since an import',
      'server/scheduling/day-sessions.rows.ts': 'counts the marks of a session',
      'server/scheduling/recorded-in-session.ts': 'whether anybody was marked in a session',
      'server/screen-plans/collection-days.rows.ts': 'leaves out who was marked as away from a collection',
      'server/screen-plans/reconcilable-slots.rows.ts': 'tells the rule of reconciled slots who was excused',
    },
  },
  'stored tasks': {
    seen: /client_(?:task|good_news)/,
    allowed: {
      'server/caseload/client-tasks.projection.ts': 'writes them',
      'server/caseload/client-tasks.rows.ts': 'filters and orders clients by them',
      'server/caseload/today.rows.ts': 'counts and orders Today by them',
    },
  },
  'due moments': { seen: /\bdue_at['"]?,? ?'?(?:<|>|=|is\b|between)/, allowed: {} },
  thresholds: { seen: /\$\{\s*(?:\w+\.)?settings\.\w+\s*\}/, allowed: {} },
} satisfies Readonly<Record<string, { readonly seen: RegExp; readonly allowed: Readonly<Record<string, string>> }>>;

const readers = (among: readonly Source[], seen: RegExp): string[] =>
  among
    .filter(({ path }) => !path.startsWith('server/database/'))
    .filter((source) => seen.test(withoutComments(source)))
    .map(({ path }) => path);

const server = sourcesOf(['server'], /\.ts$/);

test.for(Object.entries(readings))('only named files read %s in SQL', ([, { seen, allowed }]) => {
  expect(readers(server, seen)).toEqual(Object.keys(allowed));
});

test('SQL that reads what a rule decides is in files of facts, of bookings or of stored answers', () => {
  const files = Object.values(readings).flatMap(({ allowed }) => Object.keys(allowed));
  expect(files.filter((path) => !/\.(rows|store|projection)\.ts$/.test(path))).toEqual(['server/scheduling/recorded-in-session.ts']);
});

test.each([
  ['marks', 'sql`select from attendance a where a.status = any(${statusesPresent}::text[])`'],
  ['marks', ".where('attendance.status', 'in', statusesPresent)"],
  ['marks', "sql`delete from attendance where status <> 'booked'`"],
  ['stored tasks', ".selectFrom('client_task')"],
  ['due moments', 'sql`select id from adjustment where due_at < ${now}`'],
  ['due moments', ".where('adjustment.due_at', '<', now)"],
  ['thresholds', 'sql`having count(*) >= ${settings.missedInARow}`'],
] as const)('the guard of %s sees %s', (name, text) => {
  const planted = { path: 'server/cohort/x.rows.ts', text: `const x = (db) => db${text.startsWith('.') ? text : `.run(${text})`};` };
  expect(readers([planted], readings[name].seen)).toEqual([planted.path]);
});

test.each([
  ["if (booking.status !== 'booked') throw new Refusal('wrong-state');"],
  ["const status = row.status === 'booked' ? null : row.status;"],
  ['const { status = null } = attendance ?? {};'],
])('and takes what is decided outside of SQL for what it is: %s', (text) => {
  expect(readers([{ path: 'server/cohort/x.ts', text }], readings.marks.seen)).toEqual([]);
});
