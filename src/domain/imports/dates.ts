import { addDays, day, dayFrom, type Day, type Zone } from '#domain/calendar/calendar.ts';
import type { DateReading, DayOrder } from './imports.ts';
import { atTheClinic, momentIn } from './moments.ts';

/** How the days of a column were written, counted over all of its cells. */
export type DatesSeen = {
  /** 2026-03-09, or with the month's name: one day only. */
  plain: number;
  /** 03/31/2026 can only begin with the month. */
  monthFirst: number;
  /** 31/03/2026 can only begin with the day. */
  dayFirst: number;
  /** 02/03/2026 can be two days. */
  either: number;
  shortYears: number;
  serials: number;
  others: number;
  exampleEither: string | null;
  exampleSerial: string | null;
  /** The first moment with an offset that is midnight there, and so may have been meant as a day alone. */
  exampleMidnight?: string | null | undefined;
  /** Nov-24 and 24-Nov: what a spreadsheet makes of a number such as 11-24. */
  monthDays?: number | undefined;
};

export const noDates = (): DatesSeen => ({
  plain: 0,
  monthFirst: 0,
  dayFirst: 0,
  either: 0,
  shortYears: 0,
  serials: 0,
  others: 0,
  exampleEither: null,
  exampleSerial: null,
});

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;
const dayName = /^(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i;
const nameDay = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i;
const serial = /^\d{5}(?:\.\d+)?$/;
const monthDay = /^(?:([a-z]{3,9})[- ]\d{1,4}|\d{1,2}[- ]([a-z]{3,9}))$/i;
const clock = /[ T]\d{1,2}:\d{2}.*$/;

const iso = (year: string | undefined, month: number | string | undefined, date: number | string | undefined): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** A month by its English name or its first three letters, 1 to 12; 0 where it is none. */
const monthNamed = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function isMonthDay(text: string): boolean {
  const [, first, last] = monthDay.exec(text) ?? [];
  return monthNamed(first ?? last ?? '') > 0;
}

function plainDay(text: string): string | null {
  const [, year, month, date] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return iso(year, month, date);
  const [, before, named, after] = dayName.exec(text) ?? [];
  if (named !== undefined && monthNamed(named) > 0) return iso(after, monthNamed(named), before);
  const [, name, on, of] = nameDay.exec(text) ?? [];
  return name !== undefined && monthNamed(name) > 0 ? iso(of, monthNamed(name), on) : null;
}

/** Counts one cell into what was seen of its column. */
export function datesIn(seen: DatesSeen, cell: string): void {
  const moment = momentIn(cell);
  if (moment?.time === '00:00') seen.exampleMidnight ??= cell.trim();
  const text = cell.trim().replace(clock, '');
  const [, first, second, year] = yearLast.exec(text) ?? [];
  if (year !== undefined) {
    if (year.length === 2) seen.shortYears += 1;
    if (Number(first) > 12) seen.dayFirst += 1;
    else if (Number(second) > 12) seen.monthFirst += 1;
    else if (first === second) seen.plain += 1;
    else {
      seen.either += 1;
      seen.exampleEither ??= text;
    }
  } else if (plainDay(text) !== null) seen.plain += 1;
  else if (serial.test(text)) {
    seen.serials += 1;
    seen.exampleSerial ??= text;
  } else if (isMonthDay(text)) seen.monthDays = (seen.monthDays ?? 0) + 1;
  else seen.others += 1;
}

/** Whether month or day comes first, as far as any cell of the column says so. `ask` where none does, or where two contradict each other. */
export function dayOrderOf(seen: DatesSeen): DayOrder | 'ask' | null {
  if (seen.monthFirst > 0 && seen.dayFirst > 0) return 'ask';
  if (seen.monthFirst > 0) return 'month-first';
  if (seen.dayFirst > 0) return 'day-first';
  return seen.either > 0 ? 'ask' : null;
}

/** The day that a spreadsheet keeps under a number of days since 30 December 1899, between 1954 and 2119; null for other numbers. */
export function daySinceSpreadsheets(cell: string): Day | null {
  const days = Math.floor(Number(cell));
  return serial.test(cell.trim()) && days >= 20_000 && days <= 80_000 ? addDays(day('1899-12-30'), days) : null;
}

/**
 * A cell as a day is written here, 2026-03-09, whether or not that day exists. What the reading doesn't settle (the order of day and month, years of
 * two digits, a spreadsheet's number) stays as it is, and is then refused as a day.
 */
export function dayWritten(cell: string, reading: Omit<DateReading, 'from'> | null): string {
  const text = cell.trim().replace(clock, '');
  const plain = plainDay(text);
  if (plain !== null) return plain;
  const [, first, second, year] = yearLast.exec(text) ?? [];
  if (year !== undefined) {
    const order = reading?.order ?? (first === second ? 'day-first' : null);
    if (order === null || (year.length === 2 && reading?.shortYears !== true)) return text;
    const full = year.length === 2 ? `20${year}` : year;
    return order === 'day-first' ? iso(full, second, first) : iso(full, first, second);
  }
  return (reading?.serials === true ? daySinceSpreadsheets(text) : null) ?? text;
}

/** Nobody in care is younger or older: between them, two digits of a birth year are of one century only. */
const ages = { youngest: 5, oldest: 99 };

/** The years that two digits of a birth year can be: none that has not come yet, and where one alone is of an age that people in care have, that one. */
function birthYears(digits: string, today: Day): readonly string[] {
  const now = Number(today.slice(0, 4));
  const past = [`19${digits}`, `20${digits}`].filter((year) => Number(year) <= now);
  const likely = past.filter((year) => now - Number(year) >= ages.youngest && now - Number(year) <= ages.oldest);
  return likely.length === 1 ? likely : past;
}

/** A birth date as a day is written here. Years of two digits are read where they can be of one century only, by the person's age. */
export function birthWritten(cell: string, reading: Omit<DateReading, 'from'> | null, today: Day): string {
  const text = cell.trim().replace(clock, '');
  const [, first, second, digits] = yearLast.exec(text) ?? [];
  const years = digits?.length === 2 ? birthYears(digits, today) : [];
  const whole = years.length === 1 ? `${first}/${second}/${years[0]}` : cell;
  return dayWritten(whole, reading === null ? null : { ...reading, shortYears: false });
}

/** What is known of a cell that is no day: the order that was chosen for its column, and for a birth date the day before which it lies. */
type Known = { readonly order?: DayOrder | null; readonly bornBy?: Day; readonly zone?: Zone };

/**
 * Days that somebody may have meant by a cell that is no day: the last one of its month, or the day read in the other order where none was chosen. A birth
 * date lies in the past.
 */
export function daysMeant(cell: string, { order = null, bornBy, zone }: Known = {}): readonly Day[] {
  const moment = momentIn(cell);
  if (moment !== null && zone !== undefined) return [...new Set([moment.on, atTheClinic(moment, zone).on])];
  const text = cell.trim().replace(clock, '');
  const [, first = '', second = '', year = ''] = yearLast.exec(text) ?? [];
  const years = year.length !== 2 ? [year] : bornBy === undefined ? [`20${year}`] : birthYears(year, bornBy);
  const [, y = '', m = '', d = ''] = yearFirst.exec(text) ?? [];
  type Try = readonly [year: string, month: string, date: string];
  const dayFirst = years.map((full): Try => [full, second, first]);
  const monthFirst = years.map((full): Try => [full, first, second]);
  const written: readonly Try[] =
    y === ''
      ? [...dayFirst, ...monthFirst]
      : [
          [y, m, d],
          [y, d, m],
        ];
  const chosen = order === 'day-first' ? dayFirst : order === 'month-first' ? monthFirst : [];
  const exact = chosen.flatMap(([of, month, date]) => dayFrom(iso(of, month, date)) ?? []);
  const found = exact.length > 0 ? exact : written.flatMap(([of, month, date]) => nearest(of, Number(month), Number(date)) ?? []);
  const counted = daySinceSpreadsheets(text);
  return [...new Set(counted === null ? found : [...found, counted])].filter((on) => bornBy === undefined || on <= bornBy);
}

function nearest(year: string, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > 31 || year.length !== 4) return null;
  for (let last = date; last > 27 || last === date; last -= 1) {
    const found = dayFrom(iso(year, month, last));
    if (found !== null) return found;
  }
  return null;
}
