import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { Expectation, SpecimenType } from '#domain/drug-screens/interpret.ts';
import type { ExpectationCause } from './expectation-cause.ts';
import { isMedicationName, medicationsIn, wordsOf } from './medication-names.ts';

/** How somebody came to know that a medication is taken as it is on the list; null where it was only reported. Without a day it holds as long as the list does. */
export type Verified = { readonly until: Day | null } | null;

export type Medication = {
  readonly name: string;
  readonly dose: string | null;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly verified: Verified;
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
  readonly expectation: Exclude<Expectation, 'not-known' | 'reported'>;
  readonly appearsAfterDays: number;
  readonly clearsAfterDays: number;
};

/** What an analyte should show, and why; null where nothing is expected or known. */
export type Expected = { readonly expectation: Expectation; readonly because: ExpectationCause | null };

/** What a map says, by the names that were looked up in it: the same few are asked of every screen. */
const lookedUp = new WeakMap<
  readonly ExpectationRule[],
  { readonly own: readonly string[]; readonly rules: Map<string, readonly ExpectationRule[]> }
>();

/** The rows of the map that speak of a medication, by any of its names (program rule 1.10); none means that nothing will be expected of it. */
export function rulesFor<Rule extends ExpectationRule>(medication: Named, map: readonly Rule[]): readonly Rule[];
export function rulesFor({ name, dose = null }: Named, map: readonly ExpectationRule[]): readonly ExpectationRule[] {
  const known = lookedUp.get(map) ?? { own: ownNames(map), rules: new Map<string, readonly ExpectationRule[]>() };
  lookedUp.set(map, known);
  const key = `${name}\n${dose ?? ''}`;
  const found = known.rules.get(key) ?? rowsNaming(medicationsIn(name, dose, known.own), map);
  known.rules.set(key, found);
  return found;
}

type Named = Pick<Medication, 'name'> & { readonly dose?: string | null };

const ownNames = (map: readonly ExpectationRule[]): readonly string[] =>
  [...new Set(map.map(({ medication }) => medication))].filter((medication) => !isMedicationName(medication));

const rowsNaming = (medications: readonly string[], map: readonly ExpectationRule[]): readonly ExpectationRule[] =>
  map.filter(({ medication }) => medications.includes(medication));

/** Whether anybody, the program or the vocabulary, has said what a medication shows, even where that is nothing. */
export const isKnownMedication = ({ name, dose = null }: Named, map: readonly ExpectationRule[]): boolean =>
  medicationsIn(name, dose, ownNames(map)).length > 0;

/** What the map says of a medication and an analyte on this panel. Rows for the panel itself win over those for any panel, even to say less. */
function rowsFor(medication: Medication, analyte: string, { specimen, panelId }: ReadWith, map: readonly ExpectationRule[]) {
  const ofAnalyte = rulesFor(medication, map).filter((rule) => rule.analyte === analyte);
  const rows = ofAnalyte.filter((rule) => rule.specimen === specimen);
  const own = rows.filter((rule) => rule.panelId !== null && rule.panelId === panelId);
  if (own.length > 0) return own;
  return rows.length === 0 ? likeUrine(ofAnalyte, specimen) : rows.filter((rule) => rule.panelId === null);
}

/** Days for which hair keeps what was taken, in a segment of 3.9 cm. */
const hairDays = 90;

/** Of oral fluid, blood and hair a map seldom speaks: where it doesn't, they may show what urine does, and nothing is asked of them. */
function likeUrine(rows: readonly ExpectationRule[], specimen: SpecimenType): readonly ExpectationRule[] {
  if (specimen !== 'oral-fluid' && specimen !== 'blood' && specimen !== 'hair') return [];
  const shown = rows.filter((rule) => rule.panelId === null && rule.specimen.startsWith('urine') && rule.expectation !== 'wont-show');
  return shown.map((rule) => ({
    ...rule,
    specimen,
    expectation: 'may-show',
    appearsAfterDays: 0,
    clearsAfterDays: specimen === 'hair' ? Math.max(hairDays, rule.clearsAfterDays) : rule.clearsAfterDays,
  }));
}

const sameWords = (one: string, other: string): boolean => wordsOf(one).join(' ') === wordsOf(other).join(' ');

// A change of dose is a new row of the same course: the days to appear don't start again.
function firstDoseOf(medication: Medication, all: readonly Medication[]): Day {
  const earlier = all.find(
    (other) =>
      sameWords(other.name, medication.name) &&
      other.startedOn < medication.startedOn &&
      (other.endedOn === null || addDays(other.endedOn, 1) >= medication.startedOn),
  );
  return earlier === undefined ? medication.startedOn : firstDoseOf(earlier, all);
}

function expectedOf(medication: Medication, all: readonly Medication[], rule: ExpectationRule, on: Day): Expected | null {
  if (medication.startedOn > on || rule.expectation === 'wont-show') return null;
  const { name, dose, startedOn, endedOn } = medication;
  const course = { name, dose, startedOn };
  const as = (expectation: Expectation): Expectation => (isVerified(medication, on) ? expectation : 'reported');
  if (endedOn !== null && on > endedOn) {
    const clearsOn = addDays(endedOn, rule.clearsAfterDays);
    return on > clearsOn ? null : { expectation: as('may-show'), because: { ...course, rule: 'clearing', endedOn, clearsOn } };
  }
  const appearsOn = addDays(firstDoseOf(medication, all), rule.appearsAfterDays);
  if (rule.expectation === 'should-show' && on < appearsOn)
    return { expectation: as('may-show'), because: { ...course, rule: 'starting', appearsOn } };
  return { expectation: as(rule.expectation), because: { ...course, rule: 'taken' } };
}

/** Whether somebody had verified that a medication is taken on this day, or was up to its last dose. */
export const isVerified = ({ verified, endedOn }: Pick<Medication, 'verified' | 'endedOn'>, on: Day): boolean =>
  verified !== null && (verified.until === null || (endedOn !== null && endedOn < on ? endedOn : on) <= verified.until);

/**
 * What a client's medication should make this analyte show on this kind of specimen and panel on the day of collection (ASAM 2017; days are the program's).
 * 'Should' holds only from the days to appear until the last dose; before that, and after it until cleared, it may show.
 * One that was only reported explains nothing (rule 1.5). A medication list that isn't known (null) gives 'not known', never 'won't'.
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
  const strongest = (['should-show', 'may-show', 'reported'] as const).flatMap(
    (one) => found.find(({ expectation }) => expectation === one) ?? [],
  );
  return strongest[0] ?? { expectation: 'wont-show', because: null };
}

/** Analytes that a medication should show today and that the panel doesn't hold: 'not on this panel', never 'not detected'. */
export function prescribedNotOnPanel(
  panel: readonly string[],
  device: ReadWith,
  medications: readonly Medication[],
  map: readonly ExpectationRule[],
  collectedOn: Day,
): readonly string[] {
  const rows = medications.flatMap((medication) => rulesFor(medication, map)).filter((rule) => rule.specimen === device.specimen);
  return [...new Set(rows.map((rule) => rule.analyte))].filter(
    (analyte) => !panel.includes(analyte) && expectationOf(analyte, device, medications, map, collectedOn).expectation === 'should-show',
  );
}
