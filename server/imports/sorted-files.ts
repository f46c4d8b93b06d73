import type { LocatedProblem } from '#domain/imports/problems.ts';
import type { Source } from './csv/file-bytes.ts';
import { checkHeader, kindFor } from './csv/header.ts';
import { UnreadableFile } from './csv/unreadable-file.ts';
import { headerOf } from './csv/rows.ts';
import { intakes, type Intake } from './intakes.ts';

export type KnownFile = { readonly source: Source; readonly intake: Intake };
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
    const header = await headerOf(source);
    const intake = kindFor(header, intakes);
    checkHeader(header, intake);
    return { source, intake };
  } catch (error) {
    if (error instanceof UnreadableFile) return { source, problem: { file: source.name, ...error.problem } };
    throw error;
  }
}
