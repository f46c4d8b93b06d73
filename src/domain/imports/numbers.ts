/** A chart number without the zeros that a spreadsheet drops from its front. */
export const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, '');

/**
 * How many single letters have to be put in, left out, changed or exchanged with their neighbor to make one text of another; never more than `most` + 1.
 * Optimal string alignment after Damerau and Levenshtein.
 */
export function editsBetween(one: string, other: string, most = 2): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + same,
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return Math.min(row[other.length] ?? 0, most + 1);
}

/** One slip leaves the first half or the last half of a number as it was. */
const similarHalf = (one: string, other: string): boolean => {
  const half = Math.floor((Math.min(one.length, other.length) - 1) / 2);
  return one.slice(0, half) === other.slice(0, half) || one.slice(-half || one.length) === other.slice(-half || other.length) || half === 0;
};

/** The known numbers nearest to one that nobody has: the same but for zeros in front, then by one slip of the hand. At most three. */
export function numbersNear(number: string, known: readonly string[]): readonly string[] {
  const text = number.trim().toUpperCase();
  const digits = text.replace(/^(?:MRN|CHART|ID|CLIENT)[\s:#-]*/, '');
  return known
    .map((candidate) => {
      const other = candidate.toUpperCase();
      const zeros = withoutZeros(other) === withoutZeros(digits) || other === digits;
      return { candidate, edits: zeros ? 0 : similarHalf(digits, other) ? editsBetween(digits, other, 1) : 2 };
    })
    .filter(({ edits }) => edits <= 1)
    .toSorted((one, other) => one.edits - other.edits || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

type Named = { readonly firstName: string; readonly lastName: string; readonly bornOn: string | null };

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase();

/**
 * Whether two records under one chart number can be the same person: one of the two names and, where both are known, the birth date agree; or both
 * names do, or the one name that each has. Everything else is two people with one number.
 */
export function canBeOnePerson(one: Named, other: Named): boolean {
  const same = (some: string, others: string) => plain(some) !== '' && plain(some) === plain(others);
  const oneName = ({ firstName, lastName }: Named) => (plain(firstName) === '' ? lastName : plain(lastName) === '' ? firstName : '');
  if (same(oneName(one), oneName(other))) return true;
  const first = same(one.firstName, other.firstName);
  const last = same(one.lastName, other.lastName);
  const born = one.bornOn === null || other.bornOn === null ? null : one.bornOn === other.bornOn;
  return first && last ? true : (first || last) && born !== false;
}
