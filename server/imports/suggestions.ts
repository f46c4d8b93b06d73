import type { KeptProblem, ProblemCode } from '#domain/imports/problems.ts';
import { attendanceStatuses } from '#domain/attendance/delivered-minutes.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { initialOf } from '#domain/people/cut-text.ts';
import { daysMeant } from '#domain/imports/dates.ts';
import { numbersNear } from '#domain/imports/numbers.ts';
import { dayColumns, type NamesKnown } from '#domain/imports/suggestions.ts';
import type { ResultMeaning } from '#domain/imports/results.ts';
import type { ImportMapping, RowTrouble } from '#domain/imports/imports.ts';
import { nameWords, plainText } from '#domain/people/names.ts';
import { slipsBetween } from '#domain/people/slips.ts';
import { wordColumns, wordsOf } from '#domain/imports/vocabulary.ts';
import { sessionWords } from '#domain/imports/match-error-words.ts';
import { anotherSession } from './verdicts/met-sessions.ts';
import type { ClientNumbered } from './clients-numbered.rows.ts';
import type { ImportContext } from './import-context.rows.ts';
import type { ImportRow } from './import-rows.rows.ts';

/** What a person most likely says of a result that can't be told. */
const tested: readonly ResultMeaning[] = ['detected', 'not-detected', 'inconclusive', 'not-tested'];

/** Said of a row whose session is none of those that it might be. */
const other: RowTrouble['suggestions'][number] = { value: anotherSession, label: 'another session', clientId: null };

type NamesHere = Pick<ImportContext, 'programs' | 'sites' | 'groups' | 'staff' | 'panels'>;
type Suggestion = RowTrouble['suggestions'][number];

const aboutNumbers: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['unknown-client', 'zeros-lost', 'other-capitals']);
const aboutDays: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'no-such-day',
  'ambiguous-day',
  'serial-day',
  'not-a-day',
  'midnight-elsewhere',
]);

/** Whether a chart number may have been meant, so that the charts have to be known. */
export const asksForCharts = (rows: readonly ImportRow[]): boolean =>
  rows.some(({ problems }) => (problems ?? []).some(({ code }) => aboutNumbers.has(code)));

/**
 * What may have been meant by a cell that is held, each to be chosen by a person: a day that exists, a word of ours, a name that is here, a chart number
 * one slip away. A number that a spreadsheet wrote as a power of ten is lost, so nothing is suggested for it.
 */
export function suggestionsFor(
  importContext: NamesHere & Pick<ImportContext, 'today' | 'zone'>,
  mapping: ImportMapping,
  clients: readonly ClientNumbered[],
): (problem: KeptProblem) => readonly Suggestion[] {
  const byChart = new Map(clients.map((client) => [client.chart_number, client]));
  const charts = [...byChart.keys()];
  const known = (column: string) => {
    const from = mapping.columns.find((one) => one.column === column)?.from;
    const order = mapping.dates.find((reading) => reading.from === from)?.order ?? null;
    return { order, zone: importContext.zone, ...(column === 'born_on' && { bornBy: importContext.today }) };
  };
  const plain = (value: string): Suggestion => ({ value, label: value, clientId: null });

  return (problem) => {
    const { column, cell, code } = problem;
    if (problem.code === 'perhaps-same-session')
      return [...problem.sessions.map((session) => ({ value: session.id, label: sessionWords(session), clientId: null })), other];
    if (column === 'program' && cell.trim() === '') return importContext.programs.slice(0, 4).map(({ name }) => plain(name));
    if (code === 'validity-open') return wordsOf('validity').map(plain);
    if (column?.startsWith('result ') === true) return tested.map(plain);
    if (column === null || cell.trim() === '') return [];
    if (aboutNumbers.has(code))
      return numbersNear(cell, charts).flatMap((number) => {
        const client = byChart.get(number);
        if (client === undefined) return [];
        return [
          {
            value: number,
            label: `${number} ${[client.first_name && `${initialOf(client.first_name)}.`, client.last_name].filter(Boolean).join(' ')}`,
            clientId: client.id,
          },
        ];
      });
    if (dayColumns.has(column))
      return aboutDays.has(code) ? daysMeant(cell, known(column)).map((on) => ({ value: on, label: dayWithYear(on), clientId: null })) : [];
    if (wordColumns.has(column) && code !== 'marked-ahead')
      return wordsMeant(cell, column === 'attendance' ? attendanceStatuses : wordsOf(column)).map(plain);
    const names = namesOf(importContext, column);
    // A name that is here is held for another reason than its letters.
    return names.some((name) => plainText(name) === plainText(cell)) ? [] : nearest(cell, names).map(plain);
  };
}

/** Our words that are near to one of the other system; where none is, all of them, as long as they are few. */
function wordsMeant(cell: string, words: readonly string[]): readonly string[] {
  const near = nearest(cell, words);
  return near.length > 0 || words.length > 6 ? near : words;
}

/** Names that a cell may have meant: those that share a whole word with it, then those a few letters away. At most three. */
function nearest(cell: string, names: readonly string[]): readonly string[] {
  const words = new Set(nameWords(cell));
  return names
    .map((name) => {
      const common = nameWords(name).some((word) => word.length > 2 && words.has(word));
      return { name, edits: common ? 0 : slipsBetween(plainText(cell), plainText(name), 3) };
    })
    .filter(({ edits }) => edits <= 3)
    .toSorted((one, other) => one.edits - other.edits)
    .slice(0, 3)
    .map(({ name }) => name);
}

const thingsNamed = ({
  programs,
  sites,
  groups,
  staff,
  panels,
}: NamesHere): Readonly<Record<string, readonly { readonly name: string }[]>> => ({
  program: programs,
  site: sites,
  group: groups,
  therapist: staff,
  leader: staff,
  panel: panels,
});

const namesOf = (importContext: NamesHere, column: string): readonly string[] =>
  (Object.entries(thingsNamed(importContext)).find(([name]) => name === column)?.[1] ?? []).map(({ name }) => name);

/** Names of what is here, by the column that names such things. */
export const namesKnown = (importContext: NamesHere): NamesKnown =>
  Object.fromEntries(namesHere(importContext).map(({ column, names }) => [column, names]));

/** What is called so here already, for the columns that name such things. */
export const namesHere = (importContext: NamesHere): { column: string; names: string[] }[] =>
  Object.entries(thingsNamed(importContext)).map(([column, things]) => ({ column, names: things.map(({ name }) => name) }));
