import type { HeldBack } from './held-back.ts';
import { medicationOf, type Person } from './person.ts';
import { cell, dayNumber, type Tables } from './tables.ts';
import type { Visit } from './visits.ts';

export type UrineScreen = {
  readonly key: string;
  readonly day: number;
  readonly scheduled: boolean;
  readonly outcome: 'collected' | 'not-collected' | 'excused';
  readonly tested: readonly string[];
  readonly positive: readonly string[];
};

const codes: Readonly<Record<string, string>> = {
  opioid: 'OPI',
  thc: 'THC',
  cocaine: 'COC',
  benzodiazepine: 'BZO',
  amphetamine: 'AMP',
  methadone: 'MTD',
  buprenorphine: 'BUP',
  barbiturate: 'BAR',
  alcohol: 'ALC',
  sedatives: 'SED',
  'mdma/hallucinogen': 'MDMA',
};

/** The code of a substance group. One that no code is known for keeps its own name. */
const codeOf = (group: string): string =>
  codes[group.toLowerCase()] ??
  group
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 12);

/** The groups that a trial's cups tested, by the study's own table. */
export function testedIn(tables: Tables, project: string): readonly string[] {
  const groups = tables.tested
    .map((row) => cell(row, `CTN-${project.padStart(4, '0')}`))
    .filter((group) => group !== '' && group !== 'NO' && group !== 'NA');
  return [...new Set(groups.map(codeOf))].toSorted();
}

/** Days after a dose within which the study's own medication is expected in the cup. */
const studyDrugDays = 28;

/**
 * A person's urine screens. A kept visit tested what the trial tests: what has no row is negative. A positive on a day without a kept visit stands alone:
 * nothing else of that cup is known. Where a form says that nobody came, a positive contradicts it and is held back.
 * The tables leave the study's own medication out while it is given, so its absence then says nothing and it is not tested.
 */
export function screensOf(person: Person, visits: readonly Visit[], panel: readonly string[], held: HeldBack): readonly UrineScreen[] {
  const positives = positivesOf(person, held);
  const doseDays = person.doses.flatMap((row) => dayNumber(row, 'when') ?? []);
  const shows = medicationOf(person)?.shows ?? null;
  const onStudyDrug = (day: number) => shows !== null && doseDays.some((dose) => dose <= day && day - dose <= studyDrugDays);
  const byDay = new Map(visits.map((visit) => [visit.day, visit]));
  const screens = visits.flatMap(({ key, day, state }): readonly UrineScreen[] => {
    if (state === 'unknown') return [];
    if (state !== 'kept')
      return [{ key, day, scheduled: true, outcome: state === 'excused' ? 'excused' : 'not-collected', tested: [], positive: [] }];
    const positive = positives.get(day) ?? [];
    const silent = onStudyDrug(day) && shows !== null ? codeOf(shows) : null;
    const tested = [...new Set([...panel.filter((code) => code !== silent), ...positive])].toSorted();
    return [{ key, day, scheduled: true, outcome: 'collected', tested, positive }];
  });
  const alone = [...positives].flatMap(([day, positive]): readonly UrineScreen[] => {
    const visit = byDay.get(day);
    if (visit?.state === 'kept') return [];
    if (visit === undefined || visit.state === 'unknown')
      return [{ key: `u${day}`, day, scheduled: false, outcome: 'collected', tested: positive, positive }];
    held.note('positives', 'the visit table says that nobody came that day', positive.length);
    return [];
  });
  return [...screens, ...alone];
}

function positivesOf({ positives }: Person, held: HeldBack): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const row of positives) {
    const day = dayNumber(row, 'when');
    const code = codeOf(cell(row, 'what'));
    const before = day === null ? [] : (found.get(day) ?? []);
    if (day === null) held.note('positives', 'no day');
    else if (before.includes(code)) held.note('positives', 'the same positive twice');
    else found.set(day, [...before, code].toSorted());
  }
  return found;
}
