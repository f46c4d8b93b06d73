import { dayFrom, type Day } from '#domain/calendar/calendar.ts';
import { cellProblems } from './cell-words.ts';
import type { CellProblem } from './problems.ts';

export type Value<T> = { readonly value: T } | { readonly problem: CellProblem };

const wrong = (problem: CellProblem) => ({ problem });

// Formula signs as the spreadsheets read them; tab and carriage return lead there too.
const formula = /^\s*[=+\-@]|^[\t\r]/;
// Control characters, and those that turn the direction of text around.
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Text for people, trimmed. Refuses what a spreadsheet would run, what can't be seen, and what is longer than `most` characters. */
export function textIn(cell: string, most: number): Value<string> {
  if (formula.test(cell)) return wrong(cellProblems.formula);
  if (unseen.test(cell)) return wrong(cellProblems.control);
  const value = cell.trim();
  return value.length > most ? wrong(cellProblems.tooLong(most)) : { value };
}

/** A key of another system. Refuses 1E5, which is what a spreadsheet makes of a long number. */
export function codeIn(cell: string, most: number): Value<string> {
  const text = textIn(cell, most);
  if ('problem' in text) return text;
  if (/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(text.value)) return wrong(cellProblems.scientific);
  return /^[\p{L}\d][\p{L}\d ._/-]*$/u.test(text.value) ? text : wrong(cellProblems.code);
}

/** A calendar day, written as ISO 8601 writes it and in no other way: 02/03/26 means three different days. */
export function dayIn(cell: string): Value<Day> {
  const text = cell.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const value = dayFrom(text);
    if (value === null) return wrong(cellProblems.noSuchDay);
    return text < '1900-01-01' || text > '2100-12-31' ? wrong(cellProblems.farDay) : { value };
  }
  if (/^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/.test(text)) return wrong(cellProblems.ambiguousDay);
  return wrong(/^\d{4,6}(?:\.\d+)?$/.test(text) ? cellProblems.serialDay : cellProblems.notADay);
}

/** A time of day on a 24 hour clock, '09:30'. */
export function timeIn(cell: string): Value<string> {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(cell.trim()) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return wrong(cellProblems.notATime);
  return { value: `${hour.padStart(2, '0')}:${minute}` };
}

/** A number between two bounds, both included. */
export function numberIn(cell: string, least: number, most: number, whole: boolean): Value<number> {
  const text = cell.trim();
  const value = Number(text);
  const shaped = whole ? /^\d+$/.test(text) : /^\d+(?:\.\d+)?$/.test(text);
  if (!shaped || value < least || value > most)
    return wrong(whole ? cellProblems.notAWholeNumber(least, most) : cellProblems.notANumber(least, most));
  return { value };
}

/** One of a closed set of words. */
export function wordIn<Word extends string>(cell: string, allowed: readonly Word[]): Value<Word> {
  const text = cell.trim().toLowerCase();
  const value = allowed.find((word) => word === text);
  return value === undefined ? wrong(cellProblems.word(allowed)) : { value };
}

/** Analyte codes, 'AMP;BZO;COC', each once. Codes are the program's own; they are kept in capitals. */
export function analytesIn(cell: string): Value<readonly string[]> {
  const value = cell.split(';').map((code) => code.trim().toUpperCase());
  if (!value.every((code) => /^[A-Z0-9][A-Z0-9-]{0,11}$/.test(code)) || value.length > 40) return wrong(cellProblems.analyte);
  return new Set(value).size === value.length ? { value } : wrong(cellProblems.analyteTwice);
}
