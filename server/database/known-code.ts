/**
 * A stored code as one of those that the domain knows. One that it doesn't know stops the request: a code that nobody can read is never
 * shown or counted as an ordinary one.
 */
export function knownCode<T extends string>(codes: readonly T[], stored: string, column: string): T {
  const known = codes.find((code) => code === stored);
  if (known === undefined) throw new Error(`${column} holds a code that no rule knows`);
  return known;
}
