import type { ColumnSeen } from './columns-seen.ts';
import { dayOrderOf } from './dates.ts';
import { dayColumns, madeFromOthers } from './suggestions.ts';
import type { ImportMapping } from './imports.ts';

type OurColumn = { readonly name: string; readonly needed: boolean };

/** What a mapping can leave open. */
export type QuestionAbout = 'order' | 'missing' | 'unknown';
export type MappingQuestion = { readonly about: QuestionAbout; readonly column: string; readonly from: string | null };

/** What a person said beforehand of a column of the file. */
export type Answer = { readonly from: string; readonly answer: string };

/** What answers a question, in the words of the command line; none where only another file or mapping does. */
export const answersTo: Readonly<Record<QuestionAbout, readonly string[]>> = {
  order: ['month-first', 'day-first'],
  missing: [],
  unknown: [],
};

/** A mapping with what a person answered of its columns. An answer that nothing in it asks for changes nothing. */
export function answered(mapping: ImportMapping, answers: readonly Answer[]): ImportMapping {
  const given = new Map(answers.map(({ from, answer }) => [from.toLowerCase(), answer.toLowerCase()]));
  return {
    ...mapping,
    dates: mapping.dates.map((reading) => {
      const order = given.get(reading.from.toLowerCase());
      return order === 'month-first' || order === 'day-first' ? { ...reading, order } : reading;
    }),
  };
}

/**
 * What keeps a mapping from being used: a needed column that comes from nowhere, a column of ours or of the file that there isn't, and days of which
 * nobody can tell whether the month comes first. Program rule: none of these is guessed.
 */
export function mappingQuestions(
  mapping: ImportMapping,
  ours: readonly OurColumn[],
  seen: readonly ColumnSeen[],
): readonly MappingQuestion[] {
  const names = new Set([...ours.map(({ name }) => name), ...(mapping.kind === 'clients' ? ['full_name'] : [])]);
  const given = new Map(
    mapping.columns.filter(({ from, always }) => from !== null || (always ?? '') !== '').map((one) => [one.column, one]),
  );
  const bySource = new Map(seen.map((column) => [column.name, column]));
  const readings = new Map(mapping.dates.map((reading) => [reading.from, reading]));
  const unknown = mapping.columns
    .filter(
      ({ column, from }, at) =>
        !names.has(column) || (from !== null && !bySource.has(from)) || mapping.columns.findIndex((one) => one.column === column) !== at,
    )
    .map(({ column, from }): MappingQuestion => ({ about: 'unknown', column, from }));
  const missing = ours
    .filter(({ name, needed }) => needed && !given.has(name) && !(madeFromOthers[name] ?? []).some((other) => given.has(other)))
    .map(({ name }): MappingQuestion => ({ about: 'missing', column: name, from: null }));
  const orders = mapping.columns.flatMap(({ column, from }): MappingQuestion[] => {
    const source = dayColumns.has(column) && from !== null ? bySource.get(from) : undefined;
    const open = source !== undefined && dayOrderOf(source.dates) === 'ask' && (readings.get(source.name)?.order ?? null) === null;
    return open ? [{ about: 'order', column, from }] : [];
  });
  return [...unknown, ...missing, ...orders.filter(({ from }, at) => orders.findIndex((one) => one.from === from) === at)];
}
