import { dayFrom, type Day } from '#domain/calendar/calendar.ts';
import { nameKey, nameWords } from '#domain/people/names.ts';
import { slipsBetween } from '#domain/people/slips.ts';

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

/** Words of family names that many have in common, so that they make nobody alike. */
const particles: ReadonlySet<string> = new Set(
  'al bin da das de del den der des di do dos du el ibn la las le los ter van von zu zum zur'.split(' '),
);

/** One name for another: the same, begun alike (Will, William), or a slip of the hand apart. */
function near(a: string, b: string): boolean {
  if (a === b || (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a)))) return true;
  const longer = Math.max(a.length, b.length);
  return longer > 3 && slipsBetween(a, b) <= (longer > 6 ? 2 : 1);
}

type Near = (a: string, b: string) => boolean;

/** A name keeps as many first letters through most slips of the hand, so that charts can be looked up by them. */
export const firstLetters = 2;

const nearFromTheStart: Near = (a, b) => a.slice(0, firstLetters) === b.slice(0, firstLetters) && near(a, b);

const someAre = (isNear: Near, some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => isNear(one, other)));

const givenNames = ({ firstName, preferredName }: Person): string[] =>
  [firstName, preferredName ?? ''].map(nameKey).filter((key) => key !== '');

/** The whole family name, and each word of it that says something: Núñez-Cole is Nunezcole, Núñez and Cole. */
const familyNames = ({ lastName }: Person): string[] =>
  [nameKey(lastName), ...nameWords(lastName).filter((word) => !particles.has(word))].filter((key) => key !== '');

/** Who has one name is held by it against both of another's. */
const orElse = (names: readonly string[], others: readonly string[]): readonly string[] => (names.length > 0 ? names : others);
const given = (person: Person): readonly string[] => orElse(givenNames(person), familyNames(person));
const family = (person: Person): readonly string[] => orElse(familyNames(person), givenNames(person));

/** Birth dates of which one may be the other, mistyped: day and month changed about, or one digit off. */
export function similarBirthdays(day: Day): Day[] {
  const [year, month, date] = day.split('-');
  const digits = Array.from('0123456789');
  const oneOff = Array.from(day).flatMap((sign, at) =>
    sign === '-' ? [] : digits.filter((digit) => digit !== sign).map((digit) => day.slice(0, at) + digit + day.slice(at + 1)),
  );
  return [`${year}-${date}-${month}`, ...oneOff].flatMap((text) => (text === day ? [] : (dayFrom(text) ?? [])));
}

/**
 * Whether two charts look like one person's (program rule). The same number is the same; the same birth date with names alike is likely;
 * the same birth date with half of the name, or names alike from their first letters with a birth date missing or mistyped, is possible. Null otherwise. A person decides.
 */
export function likeness(a: Person, b: Person): Likeness | null {
  const number = nameKey(a.chartNumber);
  if (number !== '' && number === nameKey(b.chartNumber)) return 'same-number';
  const both = (isNear: Near) =>
    (someAre(isNear, given(a), given(b)) && someAre(isNear, family(a), family(b))) ||
    (someAre(isNear, given(a), family(b)) && someAre(isNear, family(a), given(b)));
  if (a.bornOn !== null && a.bornOn === b.bornOn) {
    if (both(near)) return 'likely';
    return someAre(near, given(a), given(b)) || someAre(near, family(a), family(b)) ? 'possible' : null;
  }
  const mistyped = a.bornOn === null || b.bornOn === null || similarBirthdays(a.bornOn).includes(b.bornOn);
  return mistyped && both(nearFromTheStart) ? 'possible' : null;
}

/** As many charts are kept for one as somebody can look at: where a name or a birth date stands for many that nobody knows, the likeness says little. */
export const mostSimilar = 20;

/** What every chart that may look like this person's has: the number, the birth date, or the first letters of both names with a birth date that is similar or missing. */
export type LikenessMarks = {
  readonly number: string;
  readonly born: Day | null;
  readonly mistyped: readonly Day[];
  readonly given: readonly string[];
  readonly family: readonly string[];
};

/** By what charts are looked for that the rule could call alike; those that are found are then asked of the rule. */
export const likenessMarks = (person: Person): LikenessMarks => ({
  number: nameKey(person.chartNumber),
  born: person.bornOn,
  mistyped: person.bornOn === null ? [] : similarBirthdays(person.bornOn),
  given: begun(given(person)),
  family: begun(family(person)),
});

const begun = (names: readonly string[]): string[] => [...new Set(names.map((name) => name.slice(0, firstLetters)))];
