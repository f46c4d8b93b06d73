/** The header in which the fields of a raw request travel, as JSON written for an address. */
export const fieldsHeader = 'x-cairn-fields';

/** The names of the input's fields that stand in the path. */
export const pathFields = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

/** The path with its fields filled in. */
export const pathWith = (path: string, input: Readonly<Record<string, unknown>>): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
