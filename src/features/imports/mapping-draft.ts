import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { fits, renewed } from '#domain/imports/remembered.ts';
import { readingsSuggested } from '#domain/imports/suggestions.ts';
import { withAnswer } from '#domain/imports/answers.ts';
import type { AnswerAbout, ColumnFrom, DateReading, ImportKind, ImportMapping } from '#domain/imports/imports.ts';

type One = OutputOf<Contract['imports']['one']>;
export type Draft = { readonly source: string; readonly mapping: ImportMapping; readonly remembered: boolean };

/** Where the matching begins: as it was settled before, as the last file of the same source was read, or as the columns' names suggest. */
export function firstDraft(one: One, usualSource: string): Draft {
  const { import: shown, mapping, suggested, sources, columns } = one;
  if (mapping !== null) return { source: shown.source ?? usualSource, mapping, remembered: false };
  const [best] = suggested;
  if (best === undefined) throw new Error('no kind of file was suggested');
  const header = columns.map(({ name }) => name);
  for (const source of sources) {
    const known = source.mappings.find((other) => other.kind === best.kind && fits(other, header));
    if (known !== undefined) return { source: source.name, mapping: renewed(known, one.columns), remembered: true };
  }
  return { source: usualSource, mapping: best, remembered: false };
}

/** Another kind of file, or another source: read as that was before, or as suggested. */
export function draftFor(one: One, source: string, kind: ImportKind): Draft {
  const header = one.columns.map(({ name }) => name);
  const known = one.sources.find(({ name }) => name === source)?.mappings.find((other) => other.kind === kind && fits(other, header));
  if (known !== undefined) return { source, mapping: renewed(known, one.columns), remembered: true };
  const suggested = one.suggested.find((other) => other.kind === kind);
  if (suggested === undefined) throw new Error(`no reading was suggested for ${kind}`);
  return { source, mapping: suggested, remembered: false };
}

/** One of our columns taken from somewhere else. The days and words of its new column are read anew. */
export function withColumn(draft: Draft, one: One, column: ColumnFrom): Draft {
  const nowhere = column.from === null && column.always === null;
  const others = draft.mapping.columns.filter((each) => each.column !== column.column);
  return readAnew(draft, one, { ...draft.mapping, columns: [...others, ...(nowhere ? [] : [column])] });
}

/** Whose the minutes or times of a column are, or what its midnights mean, as a person says. */
export const withColumnAnswer = (draft: Draft, one: One, about: AnswerAbout, from: string, answer: string): Draft =>
  readAnew(draft, one, withAnswer(draft.mapping, about, from, answer));

function readAnew(draft: Draft, { columns: seen }: One, mapping: ImportMapping): Draft {
  const { columns } = mapping;
  const fresh = readingsSuggested(columns, seen);
  const dates = fresh.dates.map((reading) => mapping.dates.find(({ from }) => from === reading.from) ?? reading);
  const words = fresh.words.map(
    (meaning) => mapping.words.find((one) => one.column === meaning.column && one.cell === meaning.cell) ?? meaning,
  );
  return { ...draft, mapping: { ...mapping, columns, dates, words } };
}

export const withDates = ({ mapping, ...draft }: Draft, reading: DateReading): Draft => ({
  ...draft,
  mapping: { ...mapping, dates: mapping.dates.map((one) => (one.from === reading.from ? reading : one)) },
});

export const withMeaning = ({ mapping, ...draft }: Draft, column: string, cell: string, word: string): Draft => ({
  ...draft,
  mapping: { ...mapping, words: mapping.words.map((one) => (one.column === column && one.cell === cell ? { column, cell, word } : one)) },
});
