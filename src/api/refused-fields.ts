import { Refused } from './client.ts';

/** What the server says of one field; null where it says nothing of it. */
export const refusedField = (error: unknown, field: string): string | null =>
  error instanceof Refused ? (error.problem.fields?.find((problem) => problem.field === field)?.message ?? null) : null;

/** What the server says that belongs to no field of the form. */
export function refusedOtherwise(error: unknown, fields: readonly string[]): string | null {
  if (!(error instanceof Refused)) return error === null || error === undefined ? null : 'It could not be saved. Try again in a moment.';
  const { fields: problems } = error.problem;
  if (problems === undefined) return error.message;
  const others = problems.filter(({ field }) => !fields.includes(field));
  return others.length === 0 ? null : others.map(({ message }) => message).join(' ');
}
