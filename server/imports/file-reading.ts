import { columnsSeen } from '#domain/imports/columns-seen.ts';
import type { FileNote } from '#domain/imports/file-shape.ts';
import type { ImportMapping } from '#domain/imports/imports.ts';
import { answered, type Answer } from '#domain/imports/answers.ts';
import { mappingQuestions } from '#domain/imports/questions.ts';
import { fits, renewed } from '#domain/imports/remembered.ts';
import { mappingSuggested } from '#domain/imports/suggestions.ts';
import { headerShown } from './csv/header.ts';
import { tableOf } from './csv/table.ts';
import { UnreadableFile } from './csv/unreadable-file.ts';
import { translationFor, type Reading } from './batches.ts';
import type { ImportContext } from './import-context.rows.ts';
import { namesKnown } from './suggestions.ts';
import { sourcesKnown } from './import-sources.rows.ts';
import type { KnownFile } from './sorted-files.ts';
import { uploadWords } from './upload-words.ts';

/** How a whole file is read, settled before its rows are: nobody is there to be asked. */
export type FileReading = {
  readonly reading: Reading;
  readonly header: readonly string[];
  readonly notes: readonly FileNote[];
  /** Columns of the file that come into nothing. */
  readonly unread: readonly string[];
};

/** What a person said beforehand of files that a command reads: the other system by whose remembered columns they are read, and answers. */
export type Said = { readonly source: string | null; readonly answers: readonly Answer[] };

/**
 * Looks through a file once and settles how it is read: as its source's last file was, or as its columns suggest. Throws `UnreadableFile` for the first
 * question that stays open, with what answers it.
 */
export async function fileReading(importContext: ImportContext, { source, intake, own }: KnownFile, given: Said): Promise<FileReading> {
  const { names, rows, notes } = await tableOf(source);
  const header = headerShown(names, uploadWords.column);
  const { look, seen } = columnsSeen(header);
  let count = 0;
  for await (const { cells } of rows) {
    look(cells);
    count += 1;
  }
  if (count === 0) throw new UnreadableFile({ code: 'header-only' });
  const columns = seen();
  const ours = intake.columns.map(({ name }) => name);
  const known = own ? undefined : await rememberedFor(importContext, intake.id, header, given.source);
  const first = known === undefined ? mappingSuggested(intake.id, ours, columns, namesKnown(importContext)) : renewed(known, columns);
  const mapping = answered(first, given.answers, header);
  const [question] = mappingQuestions(mapping, intake.columns, columns, importContext.zone);
  if (question !== undefined) {
    const { about, column, from } = question;
    throw new UnreadableFile({ code: 'open-question', about }, { row: names.row, line: names.line, column: from ?? column });
  }
  const used = new Set(mapping.columns.map(({ from }) => from));
  return {
    reading: { intake, mapping, translation: translationFor(intake, header, mapping, importContext, columns) },
    header,
    notes: notes(),
    unread: header.filter((name) => !used.has(name)),
  };
}

async function rememberedFor(
  { db }: ImportContext,
  kind: ImportMapping['kind'],
  header: readonly string[],
  named: string | null,
): Promise<ImportMapping | undefined> {
  const sources = await sourcesKnown(db);
  return sources
    .filter(({ name }) => named === null || name.toLowerCase() === named.toLowerCase())
    .flatMap(({ mappings }) => mappings)
    .find((mapping) => mapping.kind === kind && fits(mapping, header));
}
