import { kindSuggested } from '#domain/imports/column-synonyms.ts';
import type { LocatedProblem } from '#domain/imports/problems.ts';
import type { Source } from './csv/file-bytes.ts';
import { checkHeader, headerIn, headerShown, kindFor } from './csv/header.ts';
import { tableOf } from './csv/table.ts';
import { UnreadableFile } from './csv/unreadable-file.ts';
import { intakes, type Intake } from './intakes.ts';
import { uploadWords } from './upload-words.ts';

/** A file with its kind; `own` where its columns have our own names. */
export type KnownFile = { readonly source: Source; readonly intake: Intake; readonly own: boolean };
export type UnknownFile = { readonly source: Source; readonly problem: LocatedProblem };

/** Files with the kind that their header tells, in the order in which kinds depend on one another; and those that tell none. */
export async function sortedFiles(
  sources: readonly Source[],
): Promise<{ readonly known: readonly KnownFile[]; readonly unknown: readonly UnknownFile[] }> {
  const files = await Promise.all(sources.map(kindOf));
  return {
    known: intakes.flatMap((intake) => files.filter((file): file is KnownFile => 'intake' in file && file.intake === intake)),
    unknown: files.filter((file): file is UnknownFile => 'problem' in file),
  };
}

async function kindOf(source: Source): Promise<KnownFile | UnknownFile> {
  try {
    const { names, close } = await tableOf(source);
    await close();
    const ours = kindFor(
      names.cells.map((cell) => cell.trim().toLowerCase()),
      intakes,
    );
    if (ours !== undefined) {
      checkHeader(headerIn(names), ours, names);
      return { source, intake: ours, own: true };
    }
    const suggested = kindSuggested(headerShown(names, uploadWords.column));
    const intake = intakes.find(({ id }) => id === suggested);
    if (intake !== undefined) return { source, intake, own: false };
    throw new UnreadableFile({ code: 'no-such-kind', kinds: intakes.map(({ name, sign }) => ({ name, sign })) }, names);
  } catch (error) {
    if (error instanceof UnreadableFile) return { source, problem: { file: source.name, ...error.problem } };
    throw error;
  }
}
