import { longActingForms, medicationVocabulary } from './medication-vocabulary.ts';

/** A written name as its words: 'Bup/Nx 8-2 mg' is bup, nx, 8, 2, mg. */
export const wordsOf = (written: string): readonly string[] =>
  written
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

type Name = { readonly words: readonly string[]; readonly of: string };

/** Names by their first word, the longest first. */
type Index = ReadonlyMap<string, readonly Name[]>;

const indexOf = (names: readonly Name[]): Index =>
  Map.groupBy(
    names.filter(({ words }) => words.length > 0).toSorted((one, other) => other.words.length - one.words.length),
    ({ words }) => words[0] ?? '',
  );

const vocabulary: Index = indexOf(
  medicationVocabulary.flatMap((entry) => [entry.name, ...entry.names].map((name) => ({ words: wordsOf(name), of: entry.name }))),
);

const known: ReadonlySet<string> = new Set(medicationVocabulary.map(({ name }) => name));

/** Whether this is how the vocabulary itself calls a medication. */
export const isMedicationName = (name: string): boolean => known.has(name);

/**
 * Which medications a written name stands for, as the vocabulary calls them: by generic name, brand or abbreviation, each part of a combination by
 * itself ('hydrocodone/ibuprofen'). Of two names that begin alike the longer one counts. A form that lasts for weeks is told by its words, in the
 * name or in the dose ('380 mg monthly'). `own` are names that a program has rules for and the vocabulary doesn't call so: they come first.
 * Empty where nobody knows the name.
 */
export function medicationsIn(written: string, dose: string | null = null, own: readonly string[] = []): readonly string[] {
  const words = wordsOf(written);
  const ownNames = own.length === 0 ? null : indexOf(own.map((name) => ({ words: wordsOf(name), of: name })));
  const found = new Set<string>();
  for (let at = 0; at < words.length;) {
    const name = beginningAt(words, at, ownNames) ?? beginningAt(words, at, vocabulary);
    if (name !== null) for (const medication of name.all) found.add(medication);
    at += name?.length ?? 1;
  }
  return [...found].map((medication) => inForm(medication, new Set([...words, ...wordsOf(dose ?? '')])));
}

const inForm = (medication: string, words: ReadonlySet<string>): string =>
  longActingForms.find(({ of, words: marks }) => of === medication && marks.some((mark) => words.has(mark)))?.form ?? medication;

/** The longest name that begins at a word, and everything that is called so. */
function beginningAt(
  words: readonly string[],
  at: number,
  index: Index | null,
): { readonly all: readonly string[]; readonly length: number } | null {
  const fitting = (index?.get(words[at] ?? '') ?? []).filter((name) => name.words.every((word, ahead) => words[at + ahead] === word));
  const [longest] = fitting;
  if (longest === undefined) return null;
  const { length } = longest.words;
  return { all: fitting.filter((name) => name.words.length === length).map(({ of }) => of), length };
}
