import type { ColumnSeen } from './columns-seen.ts';
import { dayOrderOf } from './dates.ts';
import { columnsSuggested } from './column-synonyms.ts';
import type { ColumnFrom, ImportKind, ImportMapping } from './imports.ts';
import { isQuantity } from './results.ts';
import { wordColumns, wordSuggested } from './vocabulary.ts';

export const dayColumns: ReadonlySet<string> = new Set(['date', 'opened_on', 'closed_on', 'born_on', 'started_on', 'ended_on', 'from_on']);

/** What is said in every row where the other system has no such column. */
const usual: Readonly<Partial<Record<ImportKind, Readonly<Record<string, string>>>>> = {
  sessions: { service: 'group' },
  screens: { scheduled: 'yes', validity: 'not-tested' },
  results: { scheduled: 'yes' },
};

/** Columns whose cells are times of day. */
export const timeColumns: ReadonlySet<string> = new Set(['start', 'end', 'time', 'time_in', 'time_out']);

/** Where the days of a file are read: its columns of days and, in sessions without one, the days before its times. */
export function daySources(columns: readonly ColumnFrom[]): readonly ColumnFrom[] {
  const own = columns.filter(({ column }) => dayColumns.has(column));
  const starts = columns.filter(({ column }) => column === 'start' || column === 'time_in');
  return columns.some(({ column }) => column === 'date') ? own : [...own, ...starts];
}

/** Columns that can be made from others, so that a file without them can be read. */
export const madeFromOthers: Readonly<Record<string, readonly string[]>> = {
  first_name: ['full_name'],
  last_name: ['full_name'],
  session_key: ['date'],
  title: ['group', 'service'],
  screen_key: ['chart_number'],
};

/** Names of things that are here, by the column that names them. */
export type NamesKnown = Readonly<Record<string, readonly string[]>>;

/** A sign-in sheet has times of each person. Where they are the same for all, they are the session's. */
function whoseTimes(found: Map<string, string>, seen: readonly ColumnSeen[]): void {
  const [from, to] = [found.get('time_in'), found.get('time_out')];
  if (from === undefined || found.has('start') || seen.some(({ name, overlaps }) => name === from && overlaps === true)) return;
  found.delete('time_in');
  found.delete('time_out');
  found.set('start', from);
  if (to !== undefined) found.set('end', to);
}

/** A group that nobody here knows is what the session is called. */
function groupOrTitle(found: Map<string, string>, seen: readonly ColumnSeen[], { group: groups = [] }: NamesKnown): void {
  const from = found.get('group');
  if (from === undefined || found.has('title')) return;
  const names = new Set(groups.map((name) => name.toLowerCase()));
  if (seen.find(({ name }) => name === from)?.words.some(({ cell }) => names.has(cell)) === true) return;
  found.delete('group');
  found.set('title', from);
}

/** How a file of this kind is most likely read, from its columns and what stands in them. Nothing that could mean two things is decided. */
export function mappingSuggested(
  kind: ImportKind,
  ours: readonly string[],
  seen: readonly ColumnSeen[],
  known: NamesKnown = {},
): ImportMapping {
  const header = seen.map(({ name }) => name);
  const found = new Map(columnsSuggested(header, ours));
  if (kind === 'sessions') whoseTimes(found, seen);
  if (kind === 'sessions') groupOrTitle(found, seen, known);
  const whole =
    kind === 'clients' && !(found.has('first_name') && found.has('last_name'))
      ? columnsSuggested(header, ['full_name']).get('full_name')
      : undefined;
  const columns = ours.flatMap((column): ColumnFrom[] => {
    const from = found.get(column);
    const always = usual[kind]?.[column];
    return from === undefined && always === undefined
      ? []
      : [{ column, from: from ?? null, always: from === undefined ? (always ?? null) : null }];
  });
  if (whole !== undefined) columns.push({ column: 'full_name', from: whole, always: null });
  return { kind, census: kind === 'clients', columns, ...readingsSuggested(columns, seen) };
}

/** How the days and words in the columns that a mapping uses are most likely read. */
export function readingsSuggested(columns: readonly ColumnFrom[], seen: readonly ColumnSeen[]): Pick<ImportMapping, 'dates' | 'words'> {
  const byName = new Map(seen.map((column) => [column.name, column]));
  const sourced = (some: readonly ColumnFrom[]) =>
    some.flatMap(({ column, from }) => {
      const source = from === null ? undefined : byName.get(from);
      return source === undefined ? [] : [{ column, source }];
    });
  const used = sourced(columns);
  const dates = new Map(
    sourced(daySources(columns)).map(({ source }) => {
      const order = dayOrderOf(source.dates);
      return [source.name, { from: source.name, order: order === 'ask' ? null : order, shortYears: false, serials: false }];
    }),
  );
  const words = used
    .filter(({ column }) => wordColumns.has(column))
    .flatMap(({ column, source }) =>
      source.words
        .filter(({ cell }) => column !== 'result' || !isQuantity(cell))
        .map(({ cell }) => ({ column, cell, word: wordSuggested(column, cell) ?? '' })),
    );
  return { dates: [...dates.values()], words };
}
