import { doubled, lettersFrom, lettersTo } from './letters.ts';

const to = Array.from(lettersTo);
const plainLetter = new Map<string, string>([...Array.from(lettersFrom, (from, at) => [from, to[at] ?? from] as const), ...doubled]);

/**
 * Small letters without accents, with straight apostrophes and hyphens and single spaces, so that two ways of writing one name are one. It is the only folding of names:
 * `plain_text` in the database answers the same. ü is read as u, and never as ue: Müller and Mueller are two names.
 */
export const plainText = (text: string): string =>
  Array.from(text.normalize('NFD').replaceAll(/[\u0300-\u036F]/g, ''), (letter) => plainLetter.get(letter) ?? letter)
    .join('')
    .replaceAll(/ +/g, ' ')
    .replaceAll(/^ | $/g, '');

/** The words of a name: 'Núñez-García' is two, and so is 'O’Brien'. */
export const nameWords = (name: string): string[] =>
  plainText(name)
    .split(/[ '"().,/&_-]+/)
    .filter((word) => word !== '');

/** A name as one word, in which spaces, hyphens and apostrophes don't matter: 'O’Brien', 'O Brien' and 'OBrien' are one. */
export const nameKey = (name: string): string => nameWords(name).join('');

/**
 * What a name is found by: each of its words with everything behind it, so that whoever types the beginning of any part finds it. 'de la Cruz' is found by 'delacruz', 'lacruz' and 'cruz'.
 * The database keeps the same keys of each client (`client_name_key`).
 */
export function nameKeys(name: string): string[] {
  const words = nameWords(name);
  return words.map((_, at) => words.slice(at).join(''));
}

/** What somebody looks for: each word that they typed as one key, which must begin one of the keys of whoever is found. At most six. */
export const soughtKeys = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/)
    .map(nameKey)
    .filter((key) => key !== '')
    .slice(0, 6);

/**
 * Where a name stands in a list: without accents and capitals, an apostrophe counts as nothing and a hyphen as a space, and a shorter word comes before a longer one that begins with it.
 * Compared code by code. The database orders by the same (`name_order`).
 */
export const nameOrder = (name: string): string =>
  plainText(name)
    .replaceAll(/['".]/g, '')
    .split(/[ (),/&_-]+/)
    .filter((word) => word !== '')
    .join(' ');

/** Which of two names comes first in a list. */
export function byName(one: string, other: string): number {
  const [a, b] = [nameOrder(one), nameOrder(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
