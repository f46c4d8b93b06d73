import { dayAt, dayFrom, type Day, type Zone } from '#domain/calendar/calendar.ts';
import { dayWritten } from '#domain/imports/dates.ts';
import type { DateReading } from '#domain/imports/imports.ts';
import { atTheClinic, hasOffset, isMidnightElsewhere, momentIn } from '#domain/imports/moments.ts';
import type { ColumnProblem } from '#domain/imports/problems.ts';
import { rangeIn } from '#domain/imports/times.ts';
import { dayColumns, timeColumns } from '#domain/imports/suggestions.ts';

/** A row of ours by column, and what the file has for each. */
type TimedRow = {
  readonly row: Map<string, string>;
  readonly raw: (column: string) => string;
  readonly readingOf: (column: string) => DateReading | null;
  /** What midnight in another zone means in a column, as a person answered. */
  readonly midnightOf: (column: string) => string | undefined;
  readonly zone: Zone;
};

const columnsOfTimes = [...timeColumns];
const starts = ['start', 'time', 'time_in'] as const;

/**
 * Puts a row's moments on the clinic's clock and parts ranges of times. Notes a moment that lies on another day than its row, and a midnight of another
 * zone of which nobody said whether the day is meant as it is written: neither is guessed.
 */
export function settleTimes({ row, raw, readingOf, midnightOf, zone }: TimedRow): readonly ColumnProblem[] {
  const noted: ColumnProblem[] = [];
  const first = starts.map((column) => momentIn(raw(column))).find((moment) => moment !== null);
  for (const column of row.keys()) {
    if (!dayColumns.has(column)) continue;
    const moment = momentIn(raw(column));
    if (moment === null && hasOffset(raw(column))) row.set(column, raw(column));
    if (moment === null) continue;
    const answer = column === 'born_on' ? 'written' : midnightOf(column);
    const byStart = column === 'date' && first !== undefined ? dayAt(first.at, zone) : null;
    const clinic = atTheClinic(moment, zone).on;
    if (byStart !== null && byStart !== clinic && byStart !== moment.on) noted.push({ column, code: 'time-of-another-day' });
    else if (byStart === null && isMidnightElsewhere(moment, zone) && answer === undefined)
      noted.push({ column, code: 'midnight-elsewhere' });
    row.set(column, byStart ?? (isMidnightElsewhere(moment, zone) && answer === 'written' ? moment.on : clinic));
  }
  if (row.get('date') === '') row.set('date', dayOfTimes(raw, readingOf('date'), zone) ?? '');
  partRanges(row, raw);
  const on = dayFrom(row.get('date') ?? '');
  for (const column of columnsOfTimes) {
    if (!row.has(column)) continue;
    const moment = momentIn(raw(column));
    if (moment !== null) row.set(column, atTheClinic(moment, zone).time);
    else if (hasOffset(raw(column)) && rangeIn(raw(column)) === null) row.set(column, raw(column));
    const day = moment === null ? dayBefore(raw(column), readingOf('date')) : dayAt(moment.at, zone);
    if (on !== null && day !== null && day !== on) noted.push({ column, code: 'time-of-another-day' });
  }
  return noted;
}

/** The day that a row's times name, where it has no column of its own. */
function dayOfTimes(raw: TimedRow['raw'], reading: DateReading | null, zone: Zone): string | null {
  for (const cell of starts.map(raw)) {
    const moment = momentIn(cell);
    const day = moment === null ? dayBefore(cell, reading) : dayAt(moment.at, zone);
    if (day !== null) return day;
  }
  return null;
}

/** The day that a cell names before its time of day; null where it names none. */
function dayBefore(cell: string, reading: DateReading | null): Day | null {
  return /\d[ T]\d{1,2}:\d{2}/.test(cell) ? dayFrom(dayWritten(cell, reading)) : null;
}

/** A range of times in one cell, whichever of the two columns it is in. What may be a time with its offset is none: 05:30-06:00 beside 08:30-06:00. */
function partRanges(row: Map<string, string>, raw: (column: string) => string): void {
  for (const [from, to] of [
    ['start', 'end'],
    ['time_in', 'time_out'],
  ] as const) {
    const [first, second] = [raw(from).trim(), raw(to).trim()];
    const range = rangeIn(first === '' ? second : first);
    if (range === null || !row.has(from)) continue;
    if (first === '' || second === '' || first === second) {
      row.set(from, range.from);
      row.set(to, range.to);
    } else if (rangeIn(second) === null) row.set(from, range.from);
    else for (const [column, cell] of [[from, first] as const, [to, second] as const]) row.set(column, cell);
  }
}
