import { isDuration } from './column-synonyms.ts';
import { isQuantity } from './results.ts';
import { confirmedColumns, wordsOf } from './vocabulary.ts';
import type { ColumnSeen } from './columns-seen.ts';
import { dayOrderOf } from './dates.ts';
import { dayColumns, daySources, madeFromOthers, timeColumns } from './suggestions.ts';
import type { AnswerAbout, ImportMapping } from './imports.ts';
import { isMidnightElsewhere, momentIn } from './moments.ts';
import type { Zone } from '#domain/calendar/calendar.ts';

type OurColumn = { readonly name: string; readonly needed: boolean };

/** What a mapping can leave open. */
export type QuestionAbout = 'order' | 'missing' | 'unknown' | 'no-results' | Exclude<AnswerAbout, 'numbers'>;
export type MappingQuestion = { readonly about: QuestionAbout; readonly column: string; readonly from: string | null };

/** What answers a question, in the words of the command line; none where only another file or mapping does. */
export const answersTo: Readonly<Record<QuestionAbout, readonly string[]>> = {
  order: ['month-first', 'day-first'],
  missing: [],
  unknown: [],
  minutes: ['person', 'session', 'neither'],
  times: ['person', 'session'],
  moments: ['clinic', 'written'],
  results: ['confirmed'],
  'no-results': [],
};

/**
 * What keeps a mapping from being used: a needed column that comes from nowhere, a column of ours or of the file that there isn't, days of which nobody
 * can tell whether the month comes first or which zone's midnight they are, and minutes and times that may be the session's or the person's.
 * Program rule: none of these is guessed.
 */
export function mappingQuestions(
  mapping: ImportMapping,
  ours: readonly OurColumn[],
  seen: readonly ColumnSeen[],
  zone: Zone,
): readonly MappingQuestion[] {
  const names = new Set([...ours.map(({ name }) => name), ...(mapping.kind === 'clients' ? ['full_name'] : [])]);
  const given = new Map(
    mapping.columns.filter(({ from, always }) => from !== null || (always ?? '') !== '').map((one) => [one.column, one]),
  );
  const bySource = new Map(seen.map((column) => [column.name, column]));
  const unknown = mapping.columns
    .filter(
      ({ column, from }, at) =>
        !names.has(column) || (from !== null && !bySource.has(from)) || mapping.columns.findIndex((one) => one.column === column) !== at,
    )
    .map(({ column, from }): MappingQuestion => ({ about: 'unknown', column, from }));
  const missing = ours
    .filter(({ name, needed }) => needed && !given.has(name) && !(madeFromOthers[name] ?? []).some((other) => given.has(other)))
    .filter(({ name }) => name !== 'date' || !daySources(mapping.columns).some(({ from }) => hasDays(bySource.get(from ?? ''))))
    .map(({ name }): MappingQuestion => ({ about: 'missing', column: name, from: null }));
  const whose = columnQuestions(mapping, seen, zone).filter(({ answer }) => answer === null);
  return [
    ...unknown,
    ...missing,
    ...nothingDetected(mapping, seen),
    ...orderQuestions(mapping, bySource),
    ...whose.map(({ about, from }) => ({ about, column: about, from })),
  ];
}

/** Columns that say what was detected. */
const detections: Readonly<Partial<Record<ImportMapping['kind'], readonly string[]>>> = {
  screens: ['positive', 'confirmed', 'breath_alcohol'],
  results: ['result', 'detected'],
};

/** A file that says nowhere what was detected is refused (program rule 1.11), unless every row says that nothing was collected. */
function nothingDetected({ kind, columns, words }: ImportMapping, seen: readonly ColumnSeen[]): readonly MappingQuestion[] {
  const wanted = detections[kind];
  if (wanted === undefined || columns.some(({ column, from }) => wanted.includes(column) && from !== null)) return [];
  const outcome = columns.find(({ column }) => column === 'outcome');
  const cells = seen.find(({ name }) => name === outcome?.from)?.words ?? [];
  const meant = (cell: string) => words.find((one) => one.column === 'outcome' && one.cell === cell)?.word ?? '';
  const none = cells.length > 0 && cells.every(({ cell }) => meant(cell) !== '' && meant(cell) !== 'collected');
  return none || (outcome?.always ?? 'collected') !== 'collected' ? [] : [{ about: 'no-results', column: wanted[0] ?? '', from: null }];
}

/** What a laboratory means by its words is confirmed by a person, unless they are our own. */
function resultQuestions({ columns }: ImportMapping, seen: readonly ColumnSeen[]): readonly Open[] {
  const from = columns.find(({ column }) => column === 'result')?.from ?? columns.find(({ column }) => column === 'detected')?.from ?? null;
  const isOurs = columns
    .filter(({ column }) => confirmedColumns.has(column))
    .every(({ column, from: source }) =>
      (seen.find(({ name }) => name === source)?.words ?? []).every(({ cell }) => wordsOf(column).includes(cell) || isQuantity(cell)),
    );
  return from === null || isOurs ? [] : [{ about: 'results', from }];
}

const hasDays = (column: ColumnSeen | undefined): boolean =>
  column !== undefined && column.dates.plain + column.dates.monthFirst + column.dates.dayFirst + column.dates.either > 0;

function orderQuestions(mapping: ImportMapping, bySource: ReadonlyMap<string, ColumnSeen>): readonly MappingQuestion[] {
  const readings = new Map(mapping.dates.map((reading) => [reading.from, reading]));
  const orders = daySources(mapping.columns).flatMap(({ column, from }): MappingQuestion[] => {
    const source = from === null ? undefined : bySource.get(from);
    const open = source !== undefined && dayOrderOf(source.dates) === 'ask' && (readings.get(source.name)?.order ?? null) === null;
    return open ? [{ about: 'order', column, from }] : [];
  });
  return orders.filter(({ from }, at) => orders.findIndex((one) => one.from === from) === at);
}

/** A column of the file whose cells can be two things, with what a person answered; null where nobody has. */
export type ColumnQuestion = { readonly about: Exclude<AnswerAbout, 'numbers'>; readonly from: string; readonly answer: string | null };

/** What has to be asked of a file's columns beside how its days are written: whose minutes and times they have, and what midnights of another zone mean. */
export function columnQuestions(mapping: ImportMapping, seen: readonly ColumnSeen[], zone: Zone): readonly ColumnQuestion[] {
  const found = [
    ...(mapping.kind === 'sessions' ? whoseQuestions(mapping, seen) : []),
    ...midnightQuestions(mapping, seen, zone),
    ...(mapping.kind === 'results' ? resultQuestions(mapping, seen) : []),
  ];
  const answers = mapping.answers ?? [];
  return found.map(({ about, from }) => ({
    about,
    from,
    answer: answers.find((one) => one.about === about && one.from === from)?.answer ?? null,
  }));
}

type Open = Pick<ColumnQuestion, 'about' | 'from'>;

/** Minutes and times of a file of sessions of which nobody can tell whose they are. */
function whoseQuestions({ columns, answers = [] }: ImportMapping, seen: readonly ColumnSeen[]): readonly Open[] {
  const isFrom = (name: string, ...ours: readonly string[]) => columns.some(({ column, from }) => from === name && ours.includes(column));
  const minutes = seen
    .filter(({ name, ofAbsent = 0 }) => isDuration(name) || (ofAbsent > 0 && isFrom(name, 'minutes', 'session_minutes')))
    .map(({ name }): Open => ({ about: 'minutes', from: name }));
  const times = seen
    .filter(({ overlaps }) => overlaps === true)
    .filter(({ name }) => isFrom(name, 'start') || answers.some((one) => one.about === 'times' && one.from === name))
    .map(({ name }): Open => ({ about: 'times', from: name }));
  return [...minutes, ...times];
}

/** Days that were written as midnight of another time zone. Where a time of the row is a moment too, it says which day is meant; a birth has no zone. */
function midnightQuestions({ columns }: ImportMapping, seen: readonly ColumnSeen[], zone: Zone): readonly Open[] {
  const midnightIn = (from: string | null) => momentIn(seen.find(({ name }) => name === from)?.dates.exampleMidnight ?? '');
  const timed = columns.some(({ column, from }) => timeColumns.has(column) && midnightIn(from) !== null);
  const found = columns.flatMap(({ column, from }): Open[] => {
    const midnight = dayColumns.has(column) && column !== 'born_on' && !(column === 'date' && timed) ? midnightIn(from) : null;
    return from !== null && midnight !== null && isMidnightElsewhere(midnight, zone) ? [{ about: 'moments', from }] : [];
  });
  return found.filter(({ from }, at) => found.findIndex((one) => one.from === from) === at);
}
