import type { Day } from '#domain/calendar/calendar.ts';
import { plainText } from '#domain/people/plain-text.ts';

/** Who a chart is about, as far as two charts can be compared. */
export type Person = {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly bornOn: Day | null;
  readonly chartNumber: string;
};

/** How much two charts look like one person's, the strongest first. */
export const likenesses = ['same-number', 'likely', 'possible'] as const;
export type Likeness = (typeof likenesses)[number];

/** Letters changed, left out, added, or two beside each other swapped, counted up to the length of the longer. */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const costs = [(last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1)];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next.push(Math.min(...costs, ...(swapped ? [(before[column - 2] ?? 0) + 1] : [])));
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}

/** One name for another: the same, begun alike (Will, William), or a slip of the hand apart. */
function near(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b || (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a)))) return true;
  const longer = Math.max(a.length, b.length);
  return longer > 3 && slips(a, b) <= (longer > 6 ? 2 : 1);
}

const partsOf = (name: string): string[] => plainText(name).split(/[\s-]+/);
const nearAny = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => near(one, other)));
const givenNames = ({ firstName, preferredName }: Person): string[] => [firstName, preferredName ?? ''].filter(Boolean).map(plainText);
const familyNames = ({ lastName }: Person): string[] => [plainText(lastName), ...partsOf(lastName)];

/** Two birth dates of which one may be the other, mistyped: one digit off, or day and month changed about. */
function similarBirthday(a: Day, b: Day): boolean {
  const [year, month, date] = a.split('-');
  if (`${year}-${date}-${month}` === b) return true;
  return Array.from(a).filter((sign, index) => sign !== b[index]).length === 1;
}

/**
 * Whether two charts look like one person's (program rule). The same number is the same; the same birth date with names alike is likely;
 * the same birth date with half of the name, or names alike with a birth date missing or mistyped, is possible. Null otherwise. A person decides.
 */
export function likeness(a: Person, b: Person): Likeness | null {
  if (a.chartNumber !== '' && plainText(a.chartNumber) === plainText(b.chartNumber)) return 'same-number';
  const given = nearAny(givenNames(a), givenNames(b));
  const family = nearAny(familyNames(a), familyNames(b));
  const turned = nearAny(givenNames(a), familyNames(b)) && nearAny(familyNames(a), givenNames(b));
  const matches = (given && family) || turned;
  if (a.bornOn !== null && a.bornOn === b.bornOn) return matches ? 'likely' : given || family ? 'possible' : null;
  if (!matches) return null;
  return a.bornOn === null || b.bornOn === null || similarBirthday(a.bornOn, b.bornOn) ? 'possible' : null;
}
