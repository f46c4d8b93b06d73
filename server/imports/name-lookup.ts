import type { NamedKind, Problem } from '#domain/imports/problems.ts';
import type { ImportContext, Named } from './import-context.rows.ts';

/** The one thing of that name, null where none is given, or what is wrong with the name. Capitals don't matter. */
export function named<T extends Named>(things: readonly T[], name: string | null, kind: NamedKind): T | Problem | null {
  if (name === null) return null;
  // Other systems write people the other way round: 'Ortiz, Ruth'.
  const [last, first] = name.split(',').map((part) => part.trim());
  const names = [name.toLowerCase(), ...(first === undefined ? [] : [`${first} ${last}`.toLowerCase()])];
  const found = things.filter((thing) => names.includes(thing.name.toLowerCase()));
  if (found.length > 1) return { code: 'ambiguous-name', kind };
  return found[0] ?? { code: 'unknown-name', kind };
}

/** The program that a row names, or the only one there is. */
export function programOf({ programs }: ImportContext, name: string | null): ImportContext['programs'][number] | Problem {
  const [only, another] = programs;
  if (name === null && only !== undefined && another === undefined) return only;
  return named(programs, name, 'program') ?? { code: 'program-needed', names: programs.map((program) => program.name) };
}

export const isProblem = (found: object | null): found is Problem => found !== null && 'code' in found;
