import type { ColumnProblem, NamedKind, Problem } from '#domain/imports/problems.ts';
import type { Kind } from './csv/kind.ts';
import { plainText } from '#domain/people/names.ts';
import type { ImportContext, Named } from './import-context.rows.ts';

/** The one thing of that name, null where none is given, or what is wrong with the name. Capitals and accents don't matter. */
export function named<T extends Named>(things: readonly T[], name: string | null, kind: NamedKind): T | Problem | null {
  if (name === null) return null;
  // Other systems write people the other way round: 'Ortiz, Ruth'.
  const [last, first] = name.split(',').map((part) => part.trim());
  const names = [plainText(name), ...(first === undefined ? [] : [plainText(`${first} ${last}`)])];
  const found = things.filter((thing) => names.includes(plainText(thing.name)));
  if (found.length > 1) return { code: 'ambiguous-name', kind };
  return found[0] ?? { code: 'unknown-name', kind };
}

/** The program that a row names, or the only one there is. */
export function programOf({ programs }: ImportContext, name: string | null): ImportContext['programs'][number] | Problem {
  const [only, another] = programs;
  if (name === null && only !== undefined && another === undefined) return only;
  return named(programs, name, 'program') ?? { code: 'program-needed', names: programs.map((program) => program.name) };
}

type Names = { readonly kind: NamedKind; readonly things: (importContext: ImportContext) => readonly Named[] };

/** What each of our columns names. */
const namesIn: Readonly<Record<string, Names>> = {
  program: { kind: 'program', things: ({ programs }) => programs },
  site: { kind: 'site', things: ({ sites }) => sites },
  group: { kind: 'group', things: ({ groups }) => groups },
  therapist: { kind: 'therapist', things: ({ staff }) => staff },
  leader: { kind: 'leader', things: ({ staff }) => staff },
  observed_by: { kind: 'staff', things: ({ staff }) => staff },
  panel: { kind: 'panel', things: ({ panels }) => panels },
};

/** Every name in a row's cells that nothing has here, or that two have, whatever else is wrong with the row. */
export const nameProblems = (
  importContext: ImportContext,
  { columns }: Pick<Kind, 'columns'>,
  cells: readonly string[],
): readonly ColumnProblem[] =>
  columns.flatMap(({ name: column }, at): readonly ColumnProblem[] => {
    const name = (cells[at] ?? '').trim();
    const names = namesIn[column];
    if (names === undefined || name === '') return [];
    const found = named(names.things(importContext), name, names.kind);
    return isProblem(found) ? [{ column, ...found }] : [];
  });

export const isProblem = (found: object | null): found is Problem => found !== null && 'code' in found;
