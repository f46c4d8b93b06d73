import { parseSync, Visitor } from 'oxc-parser';
import type { Source } from './sources.ts';

/** The names that a file gives and uses: identifiers, properties, elements. Neither words in strings nor comments are among them. */
export function namesIn({ path, text }: Source): string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} can’t be parsed: ${errors[0]?.message ?? ''}`);
  const names = new Set<string>();
  const add = ({ name }: { readonly name: string }) => void names.add(name);
  new Visitor({ Identifier: add, PrivateIdentifier: add, JSXIdentifier: add }).visit(program);
  return [...names];
}

/** The parts of a name, in small letters: `openedOnDay`, `opened_on_day` and `opened-on-day` are the same three. */
export const partsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .join(' ')
    .toLowerCase()
    .split(' ')
    .filter((part) => part !== '');

/** The text without its comments, for a guard that looks for what is run. */
export function withoutComments({ path, text }: Source): string {
  const { comments } = parseSync(path, text);
  return comments.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}
