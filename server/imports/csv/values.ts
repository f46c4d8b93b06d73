import type { Problem } from '#domain/imports/problems.ts';
import { analyteCode, isKnownAnalyte } from '#domain/drug-screens/analytes.ts';
import { dayFrom, type Day } from '#domain/calendar/calendar.ts';

export type Value<T> = { readonly value: T } | { readonly problem: Problem };

const wrong = (problem: Problem) => ({ problem });

// Formula signs as the spreadsheets read them; tab and carriage return lead there too.
const formula = /^\s*[=+\-@]|^[\t\r]/;
// Control characters, and those that turn the direction of text around.
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Text for people, trimmed. Refuses what a spreadsheet would run, what can't be seen, and what is longer than `most` characters. */
export function textIn(cell: string, most: number): Value<string> {
  if (formula.test(cell)) return wrong({ code: 'cell-formula' });
  if (unseen.test(cell)) return wrong({ code: 'unseen-characters' });
  return noLonger(cell.trim(), most);
}

const noLonger = (value: string, most: number): Value<string> =>
  value.length > most && Array.from(value).length > most ? wrong({ code: 'cell-too-long', most }) : { value };

// Seen or not, these belong to what people write in several lines.
const breaks = /\r\n|\r|\n|\t/g;
// A spreadsheet is kept from running a cell by an apostrophe in front, which is none of what was written.
const guarded = /^'(?=[=+\-@])/;

/** A note as people write it: of several lines, or beginning with a dash, a plus or an at sign. It is stored as text, and guarded where it leaves. */
export function noteIn(cell: string, most: number): Value<string> {
  const text = cell.replaceAll(breaks, (found) => (found === '\t' ? ' ' : '\n')).trim();
  if (unseen.test(text.replaceAll('\n', ''))) return wrong({ code: 'unseen-characters' });
  return noLonger(text.replace(guarded, ''), most);
}

/** A key of another system. Refuses 1E5, which is what a spreadsheet makes of a long number. */
export function codeIn(cell: string, most: number): Value<string> {
  const text = textIn(cell, most);
  if ('problem' in text) return text;
  if (/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(text.value)) return wrong({ code: 'power-of-ten' });
  return /^[\p{L}\d][\p{L}\d ._/-]*$/u.test(text.value) ? text : wrong({ code: 'not-a-code' });
}

/** A calendar day, written as ISO 8601 writes it and in no other way: 02/03/26 means three different days. */
export function dayIn(cell: string): Value<Day> {
  const text = cell.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const value = dayFrom(text);
    if (value === null) return wrong({ code: 'no-such-day' });
    return text < '1900-01-01' || text > '2100-12-31' ? wrong({ code: 'far-day' }) : { value };
  }
  if (/^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/.test(text)) return wrong({ code: 'ambiguous-day' });
  return wrong(/^\d{4,6}(?:\.\d+)?$/.test(text) ? { code: 'serial-day' } : { code: 'not-a-day' });
}

/** A time of day on a 24 hour clock, '09:30'. */
export function timeIn(cell: string): Value<string> {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(cell.trim()) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return wrong({ code: 'not-a-time' });
  return { value: `${hour.padStart(2, '0')}:${minute}` };
}

/** A number between two bounds, both included. */
export function numberIn(cell: string, least: number, most: number, whole: boolean): Value<number> {
  const text = cell.trim();
  const value = Number(text);
  const shaped = whole ? /^\d+$/.test(text) : /^\d+(?:\.\d+)?$/.test(text);
  if (!shaped || value < least || value > most)
    return wrong(whole ? { code: 'not-a-whole-number', least, most } : { code: 'not-a-number', least, most });
  return { value };
}

/** One of a closed set of words, in its own spelling or another one of `spellings`. */
export function wordIn<Word extends string>(
  cell: string,
  allowed: readonly Word[],
  spellings: Readonly<Record<string, Word>> = {},
): Value<Word> {
  const text = cell.trim().toLowerCase();
  const meant = Object.hasOwn(spellings, text) ? spellings[text] : text;
  const value = allowed.find((word) => word === meant);
  return value === undefined ? wrong({ code: 'unknown-word', allowed }) : { value };
}

/** Analytes by any code or name, 'AMP;BZO;6-MAM', each once. One that nobody knows is kept as a code in capitals, and asked about. */
export function analytesIn(cell: string): Value<readonly string[]> {
  const written = cell.split(';').map((code) => code.trim());
  const value = written.map(analyteCode);
  const isCode = (code: string) => isKnownAnalyte(code) || /^[A-Z0-9][A-Z0-9-]{0,11}$/i.test(code);
  if (!written.every(isCode) || value.length > 40) return wrong({ code: 'not-analyte-codes' });
  return new Set(value).size === value.length ? { value } : wrong({ code: 'analyte-twice' });
}
