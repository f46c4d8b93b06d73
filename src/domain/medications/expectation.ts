import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { Expectation, SpecimenType } from '#domain/drug-screens/interpret.ts';
import type { ExpectationCause } from './expectation-cause.ts';

export type Medication = {
  readonly name: string;
  readonly dose: string | null;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
};

/** What a specimen is read with: its kind, and the program's own device or lab panel; null where it is none of the program's. */
export type ReadWith = { readonly specimen: SpecimenType; readonly panelId: string | null };

/**
 * A row of the program's map: what a medication should make an analyte show on a kind of specimen, read with one panel or (null) with any.
 * Days count from the first dose and after the last.
 */
export type ExpectationRule = ReadWith & {
  readonly medication: string;
  readonly analyte: string;
  readonly expectation: Exclude<Expectation, 'not-known'>;
  readonly appearsAfterDays: number;
  readonly clearsAfterDays: number;
};

/** What an analyte should show, and why; null where nothing is expected or known. */
export type Expected = { readonly expectation: Expectation; readonly because: ExpectationCause | null };

const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

const names = (medication: Pick<Medication, 'name'>, rule: ExpectationRule): boolean =>
  words(medication.name).includes(words(rule.medication));

/** What the map says of a medication and an analyte on this panel. Rows for the panel itself win over those for any panel, even to say less. */
function rowsFor(medication: Medication, analyte: string, { specimen, panelId }: ReadWith, map: readonly ExpectationRule[]) {
  const rows = map.filter((rule) => rule.analyte === analyte && rule.specimen === specimen && names(medication, rule));
  const own = rows.filter((rule) => rule.panelId !== null && rule.panelId === panelId);
  return own.length > 0 ? own : rows.filter((rule) => rule.panelId === null);
}

// A change of dose is a new row of the same course: the days to appear don't start again.
function firstDoseOf(medication: Medication, all: readonly Medication[]): Day {
  const earlier = all.find(
    (other) =>
      words(other.name) === words(medication.name) &&
      other.startedOn < medication.startedOn &&
      (other.endedOn === null || addDays(other.endedOn, 1) >= medication.startedOn),
  );
  return earlier === undefined ? medication.startedOn : firstDoseOf(earlier, all);
}

function expectedOf(medication: Medication, all: readonly Medication[], rule: ExpectationRule, on: Day): Expected | null {
  if (medication.startedOn > on || rule.expectation === 'wont-show') return null;
  const { name, dose, startedOn, endedOn } = medication;
  const course = { name, dose, startedOn };
  if (endedOn !== null && on > endedOn) {
    const clearsOn = addDays(endedOn, rule.clearsAfterDays);
    return on > clearsOn ? null : { expectation: 'may-show', because: { ...course, rule: 'clearing', endedOn, clearsOn } };
  }
  const appearsOn = addDays(firstDoseOf(medication, all), rule.appearsAfterDays);
  if (rule.expectation === 'should-show' && on < appearsOn)
    return { expectation: 'may-show', because: { ...course, rule: 'starting', appearsOn } };
  return { expectation: rule.expectation, because: { ...course, rule: 'taken' } };
}

/**
 * What a client's medication should make this analyte show on this kind of specimen and panel on the day of collection (ASAM 2017; days are the program's).
 * 'Should' holds only from the days to appear until the last dose; before that, and after it until cleared, it may show.
 * A medication list that isn't known (null) gives 'not known', never 'won't'.
 */
export function expectationOf(
  analyte: string,
  device: ReadWith,
  medications: readonly Medication[] | null,
  map: readonly ExpectationRule[],
  collectedOn: Day,
): Expected {
  if (medications === null) return { expectation: 'not-known', because: null };
  const found = medications
    .flatMap((medication) =>
      rowsFor(medication, analyte, device, map).map((rule) => expectedOf(medication, medications, rule, collectedOn)),
    )
    .filter((expected) => expected !== null);
  return found.find((expected) => expected.expectation === 'should-show') ?? found[0] ?? { expectation: 'wont-show', because: null };
}

/** The rows of the map that speak of a medication by this name; none means that nothing will be expected of it. */
export const rulesFor = <Rule extends ExpectationRule>(name: string, map: readonly Rule[]): readonly Rule[] =>
  map.filter((rule) => names({ name }, rule));

/** Analytes that a medication should show today and that the panel doesn't hold: 'not on this panel', never 'not detected'. */
export function prescribedNotOnPanel(
  panel: readonly string[],
  device: ReadWith,
  medications: readonly Medication[],
  map: readonly ExpectationRule[],
  collectedOn: Day,
): readonly string[] {
  const mapped = [...new Set(map.filter((rule) => rule.specimen === device.specimen).map((rule) => rule.analyte))];
  return mapped.filter(
    (analyte) => !panel.includes(analyte) && expectationOf(analyte, device, medications, map, collectedOn).expectation === 'should-show',
  );
}
