import { columnsSuggested, isDuration } from './column-synonyms.ts';
import { isTime, timeWritten } from './times.ts';
import { wordSuggested } from './vocabulary.ts';

/** What the rows of a file say together of whose its minutes and times are. Columns are those that their names suggest. */
export type SessionTimesSeen = { readonly ofAbsent?: number; readonly overlaps?: boolean };

const notThere: ReadonlySet<string> = new Set(['absent', 'excused']);
/** Sessions that are remembered at once: a file of more has shown by then how it is written. */
const mostSessions = 5_000;

type Times = { readonly from: string; readonly to: string };

const overlap = (one: Times, other: Times): boolean =>
  (one.from !== other.from || one.to !== other.to) && one.from < other.to && other.from < one.to;

/** Looks for minutes of people who weren't there, and for sessions in which rows have times of their own that overlap. */
export function sessionTimesSeen(header: readonly string[]): {
  readonly look: (cells: readonly string[]) => void;
  readonly seen: (column: number) => SessionTimesSeen;
} {
  const found = columnsSuggested(header, [
    'session_key',
    'date',
    'title',
    'group',
    'leader',
    'attendance',
    'start',
    'end',
    'time_in',
    'time_out',
    'minutes',
  ]);
  const at = (column: string): number => header.indexOf(found.get(column) ?? '');
  const status = at('attendance');
  const minutes = header.flatMap((name, index) => (index === at('minutes') || isDuration(name) ? [index] : []));
  // Without a name, all sessions of a day would be one.
  const named = at('title') >= 0 || at('group') >= 0;
  const parts = (at('session_key') >= 0 ? ['session_key'] : named ? ['date', 'title', 'group', 'leader'] : [])
    .map(at)
    .filter((index) => index >= 0);
  const pairs = [
    ['time_in', 'time_out'],
    ['start', 'end'],
  ]
    .map(([from = '', to = '']) => [at(from), at(to)] as const)
    .filter(([from, to]) => from >= 0 && to >= 0);
  const ofAbsent = new Map<number, number>();
  const overlapping = new Set<number>();
  const sessions = new Map<string, Times[]>();
  return {
    look: (cells) => {
      if (notThere.has(wordSuggested('attendance', cells[status] ?? '') ?? ''))
        for (const column of minutes) if (Number.parseFloat(cells[column] ?? '') > 0) ofAbsent.set(column, (ofAbsent.get(column) ?? 0) + 1);
      for (const [from, to] of pairs) {
        if (parts.length === 0 || overlapping.has(from)) continue;
        const times = { from: timeWritten(cells[from] ?? ''), to: timeWritten(cells[to] ?? '') };
        if (!isTime(times.from) || !isTime(times.to)) continue;
        const session = `${from} ${parts.map((part) => cells[part] ?? '').join(' ')}`;
        const earlier = sessions.get(session);
        if (earlier?.some((one) => overlap(one, times)) === true) overlapping.add(from);
        else if (earlier?.every(({ from: start, to: end }) => start !== times.from || end !== times.to) === true) earlier.push(times);
        else if (earlier === undefined && sessions.size < mostSessions) sessions.set(session, [times]);
      }
    },
    seen: (column) => ({
      ...(ofAbsent.has(column) && { ofAbsent: ofAbsent.get(column) ?? 0 }),
      ...(overlapping.has(column) && { overlaps: true }),
    }),
  };
}
