import type { ColumnSeen } from './columns-seen.ts';
import type { ImportMapping } from './imports.ts';
import { confirmedColumns } from './vocabulary.ts';
import { readingsSuggested } from './suggestions.ts';

/** Whether a file has every column that a mapping reads. */
export const fits = (mapping: ImportMapping, header: readonly string[]): boolean =>
  mapping.columns.every(({ from }) => from === null || header.includes(from));

/** A mapping that was remembered, with what this file has that the last one hadn't: new words, and days that now tell their order. */
export function renewed(mapping: ImportMapping, columns: readonly ColumnSeen[]): ImportMapping {
  const fresh = readingsSuggested(mapping.columns, columns);
  const dates = fresh.dates.map((reading) => {
    const before = mapping.dates.find(({ from }) => from === reading.from);
    return before === undefined ? reading : { ...before, order: reading.order ?? before.order };
  });
  const words = fresh.words.map((meaning) => {
    const before = mapping.words.find(({ column, cell }) => column === meaning.column && cell === meaning.cell);
    return before === undefined || before.word === '' ? meaning : before;
  });
  const isNew = fresh.words.some(
    ({ column, cell }) => confirmedColumns.has(column) && !mapping.words.some((before) => before.column === column && before.cell === cell),
  );
  // A laboratory's new word is confirmed like the first ones were.
  const answers = (mapping.answers ?? []).filter(({ about }) => about !== 'results' || !isNew);
  return { ...mapping, dates, words, answers };
}
