import type { CupReading } from '#domain/drug-screens/cups.ts';
import type { CollectionOutcome } from '#domain/drug-screens/interpret.ts';

const letters: Readonly<Record<Exclude<CollectionOutcome, 'collected'>, string>> = {
  declined: 'D',
  'not-collected': 'O',
  unable: 'B',
  excused: 'X',
  'cancelled-by-program': 'K',
};

/** The key that says this of a cup: 'N', 'D', or the numbers of its strips, '3' or '3 12'. */
export function keyOf(cup: Pick<CupReading, 'outcome' | 'noLine' | 'notValid' | 'toLab'>, codes: readonly string[]): string {
  if (cup.outcome !== 'collected') return letters[cup.outcome];
  if (cup.notValid !== null) return 'V';
  if (cup.toLab) return 'L';
  const numbers = cup.noLine.map((code) => codes.indexOf(code) + 1).filter((number) => number > 0);
  return numbers.length === 0 ? (cup.noLine.length === 0 ? 'N' : '·') : numbers.join(' ');
}
