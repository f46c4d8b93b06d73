import { columnsSuggested, isDuration } from './column-synonyms.ts';
import { isTime, timeWritten } from './times.ts';
import { wordSuggested } from './vocabulary.ts';

/** What the rows of a file say together of whose its minutes and times are. Columns are those that their names suggest. */
export type SessionTimesSeen = { readonly ofAbsent?: number; readonly overlaps?: boolean };

const notThere: ReadonlySet<string> = new Set(['absent', 'excused']);
/** Sessions that are remembered at once: a file of more has shown by then how it is written. */
const mostSessions = 5_000;
const mostTimes = 40;

type Times = { readonly from: string; readonly to: string };

const overlap = (one: Times, other: Times): boolean =>
  (one.from !== other.from || one.to !== other.to) && one.from < other.to && other.from < one.to;

/** Whether times of one session overlap and, where their column isn't that of a sign-in sheet, most rows have their own: groups side by side share theirs. */
const areOfPersons = ({ rows, times }: { readonly rows: number; readonly times: readonly Times[] }, signIn: boolean): boolean =>
  (signIn || times.length * 4 > rows * 3) && times.some((one) => times.some((other) => overlap(one, other)));

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
  const sessions = new Map<string, { readonly column: number; rows: number; readonly times: Times[] }>();
  return {
    look: (cells) => {
      if (notThere.has(wordSuggested('attendance', cells[status] ?? '') ?? ''))
        for (const column of minutes) if (Number.parseFloat(cells[column] ?? '') > 0) ofAbsent.set(column, (ofAbsent.get(column) ?? 0) + 1);
      for (const [from, to] of pairs) {
        if (parts.length === 0) continue;
        const times = { from: timeWritten(cells[from] ?? ''), to: timeWritten(cells[to] ?? '') };
        if (!isTime(times.from) || !isTime(times.to)) continue;
        const session = `${from} ${parts.map((part) => cells[part] ?? '').join(' ')}`;
        const seen = sessions.get(session);
        if (seen === undefined && sessions.size < mostSessions) sessions.set(session, { column: from, rows: 1, times: [times] });
        if (seen === undefined) continue;
        seen.rows += 1;
        const isNew = seen.times.every((one) => one.from !== times.from || one.to !== times.to);
        if (isNew && seen.times.length < mostTimes) seen.times.push(times);
      }
    },
    seen: (column) => ({
      ...(ofAbsent.has(column) && { ofAbsent: ofAbsent.get(column) ?? 0 }),
      ...([...sessions.values()].some((one) => one.column === column && areOfPersons(one, column === at('time_in'))) && { overlaps: true }),
    }),
  };
}
