import type { ExpectationCause } from '#domain/medications/expectation-cause.ts';
import { causeWords } from '#domain/medications/words.ts';
import type { RuleShown } from '#contract/episodes-shown.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Expectation, SpecimenType } from '#domain/drug-screens/interpret.ts';

const expectations: Readonly<Record<RuleShown['expectation'], string>> = {
  'should-show': 'should show',
  'may-show': 'may show',
  'wont-show': 'won’t show',
};

export const specimenNames: Readonly<Record<SpecimenType, string>> = {
  'urine-cup': 'urine cup',
  'urine-lab': 'laboratory urine',
  'oral-fluid': 'oral fluid',
  'breath-alcohol': 'breath',
  blood: 'blood',
  hair: 'hair',
};

/** 'buprenorphine should show on urine cup, oral fluid; norbuprenorphine should show on laboratory urine' */
export function expects(rules: readonly RuleShown[]): string {
  const lines = Map.groupBy(rules, ({ analyte, expectation: what }) => `${analyteName(analyte)} ${expectations[what]}`);
  return [...lines]
    .map(([line, of]) => `${line} on ${[...new Set(of.map(({ specimen, panel }) => panel ?? specimenNames[specimen]))].join(', ')}`)
    .join('; ');
}

const was: Readonly<Record<Expectation, string>> = { ...expectations, 'not-known': 'not known' };

/** What the medication list, the offers of screens and the map say. */
export const medicationsWords = {
  actions: 'What can be done',
  form: { close: 'Close', save: 'Save', saving: 'Saving', wrong: 'Some of this can’t be saved yet' },
  title: 'Medications',
  table: 'Medication list',
  none: 'No medication on the list. Nothing is expected of any screen.',
  add: 'Add a medication',
  dose: 'Change dose',
  stop: 'Stop',
  correct: 'Correct',
  withdraw: 'Entered by mistake',
  name: 'Medication',
  doseLabel: 'Dose',
  from: 'First day',
  taken: 'Days',
  to: 'Last day',
  shows: 'What a screen should show',
  prescriber: 'Prescriber',
  noRules: 'This medication has no expectation rules yet: nothing will be expected of it.',
  stopped: (because: string): string => `Stopped: ${because}`,
  days: (from: Day, to: Day | null): string => (to === null ? `since ${dayWithYear(from)}` : `${dayWithYear(from)} to ${dayWithYear(to)}`),
  addTitle: 'Add a medication',
  doseTitle: (name: string): string => `Change the dose of ${name}`,
  stopTitle: (name: string): string => `Stop ${name}`,
  correctTitle: (name: string): string => `Correct ${name}`,
  withdrawTitle: (name: string): string => `Take ${name} off the list`,
  newDose: 'New dose',
  newDoseFrom: 'From',
  newDoseHint: 'The row before it ends the day before, and the course goes on.',
  lastOn: 'Day of the last dose',
  why: 'Reason',
  whyWrong: 'What was wrong',
  withdrawText: 'Use this where the client never took it. It is kept, and read by nobody.',
  notifiedWho: 'Who was notified, and what they will do',
  notifiedWhen: 'When',
  notifiedText: 'Stopping a medication for opioid use starts the safety clock. Say who was told before you save.',
  past: (count: number): string => `${count} earlier`,
  offered: (count: number): string =>
    count === 0
      ? 'Saved. No screen would be read differently.'
      : `Saved. ${count} ${count === 1 ? 'screen' : 'screens'} would be read differently and ${count === 1 ? 'is' : 'are'} offered below; nothing was changed in ${count === 1 ? 'it' : 'them'}.`,
  reviews: {
    title: 'Screens to read again',
    open: (count: number): string => `${count} waiting`,
    why: 'The medication list changed after these screens were collected. What was expected of them then is kept. You decide whether to read them again.',
    answer: 'Answer',
    answerTitle: (on: Day): string => `The screen of ${dayWithYear(on)}`,
    by: (medication: string, by: string, on: string): string => `${medication} changed by ${by}, ${on}`,
    line: (analyte: string, found: string, expected: Expectation, because: ExpectationCause | null): string =>
      `${analyteName(analyte)}: ${found} (${was[expected]}${because === null ? '' : `, ${causeWords(because)}`})`,
    would: (found: string, expected: Expectation, because: ExpectationCause | null): string =>
      `now it would be ${found} (${was[expected]}${because === null ? '' : `, ${causeWords(because)}`})`,
    choose: 'What do you decide?',
    chooseAnswer: 'Choose what you decide.',
    options: [
      { value: 'keep', label: 'Keep as read' },
      { value: 'read-again', label: 'Read again: another row takes its place, and the earlier one stays on record' },
    ],
    answered: (count: number): string => `${count} answered`,
    answers: { keep: 'Kept as read', 'read-again': 'Read again', overtaken: 'Overtaken by a later change' },
  },
  map: {
    title: 'Expectation map',
    eyebrow: 'Drug screens',
    below: 'What each medication should make a screen show, and from when to when. It is fixed for each screen on the day it is collected.',
    standard: 'This is the map a new program starts with. The first change makes it your own.',
    own: 'This is your program’s own map.',
    link: 'Expectation map',
    filter: 'Find a medication, analyte or panel',
    none: 'Nothing on the map matches.',
    edit: 'Edit',
    add: 'Add a medication',
    medication: 'Medication',
    analyte: 'Analyte',
    specimen: 'Specimen',
    panel: 'Panel',
    anyPanel: 'Any panel',
    onlyOn: (panel: string): string => `${panel} only`,
    what: 'What it does',
    appears: 'Shows after',
    clears: 'Clears after',
    inDays: (label: string): string => `${label}, days`,
    daysAfter: (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`,
    what3: expectations,
    editTitle: (medication: string): string => (medication === '' ? 'Add a medication to the map' : `What ${medication} should show`),
    rows: 'Rows',
    row: (index: number): string => `Row ${index}`,
    addRow: 'Add a row',
    removeRow: 'Remove',
    noRows: 'No rows: nothing will be expected of it, and it leaves the map.',
    editText:
      'A row for one panel wins there over the row for any panel. What you save holds for screens collected from now on; screens that are stored keep what was expected of them.',
    history: 'What was changed',
    edited: (medication: string, by: string, because: string | null): string =>
      `${medication}, by ${by}${because === null ? '' : `: ${because}`}`,
  },
} as const;
