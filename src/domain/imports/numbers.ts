import { nameKey } from '#domain/people/names.ts';
import { slipsBetween } from '#domain/people/slips.ts';

/** A chart number without the zeros that a spreadsheet drops from its front. */
export const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, '');

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
      return { candidate, edits: zeros ? 0 : similarHalf(digits, other) ? slipsBetween(digits, other, 1) : 2 };
    })
    .filter(({ edits }) => edits <= 1)
    .toSorted((one, other) => one.edits - other.edits || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

type Named = { readonly firstName: string; readonly lastName: string; readonly bornOn: string | null };

/**
 * Whether two records under one chart number can be the same person: one of the two names and, where both are known, the birth date agree; or both
 * names do, or the one name that each has. Everything else is two people with one number.
 */
export function canBeOnePerson(one: Named, other: Named): boolean {
  const same = (some: string, others: string) => nameKey(some) !== '' && nameKey(some) === nameKey(others);
  const oneName = ({ firstName, lastName }: Named) => (nameKey(firstName) === '' ? lastName : nameKey(lastName) === '' ? firstName : '');
  if (same(oneName(one), oneName(other))) return true;
  const first = same(one.firstName, other.firstName);
  const last = same(one.lastName, other.lastName);
  const born = one.bornOn === null || other.bornOn === null ? null : one.bornOn === other.bornOn;
  return first && last ? true : (first || last) && born !== false;
}
