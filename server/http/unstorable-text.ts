type Unstorable = { readonly at: readonly string[]; readonly message: string };

const deepest = 32;

/** The first place whose text PostgreSQL could not give back as it was typed (a NUL, half of a character), or that lies too deep. Null where there is none. */
export function unstorableIn(value: unknown, at: readonly string[] = []): Unstorable | null {
  if (typeof value === 'string') {
    if (value.includes('\0')) return { at, message: 'This holds a character that can’t be stored (NUL). Take it out.' };
    return value.isWellFormed() ? null : { at, message: 'This holds half of a character. Type it again.' };
  }
  if (typeof value !== 'object' || value === null) return null;
  if (at.length >= deepest) return { at: at.slice(0, 1), message: `This is nested more than ${deepest} deep.` };
  for (const [name, inner] of Object.entries(value)) {
    const unstorable = unstorableIn(inner, [...at, name]);
    if (unstorable !== null) return unstorable;
  }
  return null;
}
