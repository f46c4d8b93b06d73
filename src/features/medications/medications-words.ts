import type { ExpectationCause } from '#domain/medications/expectation-cause.ts';
import { causeWords } from '#domain/medications/words.ts';
import type { MedicationShown, RuleShown } from '#contract/episodes-shown.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { VerifiedHow, WayToVerify } from '#domain/medications/verification.ts';
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

const specimensOf = (rules: readonly RuleShown[]): string =>
  [...new Set(rules.map(({ specimen, panel }) => panel ?? specimenNames[specimen]))].join(', ');

/** 'buprenorphine should show on urine cup, oral fluid; norbuprenorphine, naloxone may show': what is asked for by specimen, the rest by name. */
export function expects(rules: readonly RuleShown[]): string {
  const also = rules.filter(({ expectation, panelId }) => expectation === 'may-show' && panelId == null);
  const lines = Map.groupBy(
    rules.filter((rule) => !also.includes(rule)),
    ({ analyte, expectation: what }) => `${analyteName(analyte)} ${expectations[what]}`,
  );
  const expected = new Set(rules.filter((rule) => !also.includes(rule)).map(({ analyte }) => analyte));
  const names = [...new Set(also.map(({ analyte }) => analyte))].filter((analyte) => !expected.has(analyte)).map(analyteName);
  return [
    ...[...lines].map(([line, of]) => `${line} on ${specimensOf(of)}`),
    ...(names.length === 0 ? [] : [`${names.join(', ')} ${expectations['may-show']}`]),
  ].join('; ');
}

const verifiedWith: Readonly<Record<VerifiedHow, string>> = {
  bottle: 'Bottle seen',
  pharmacy: 'Confirmed by the pharmacy',
  pdmp: 'Seen in the PDMP',
  prescriber: 'Confirmed by the prescriber',
  'program-record': 'In the program’s own record',
};

/** 'Confirmed by the pharmacy, R. Ortiz, until 3 Mar 2027'; what was only reported, or verified for a time that is over, says that it explains nothing. */
export function verifiedWords(verified: MedicationShown['verified'], today: Day): { readonly words: string; readonly holds: boolean } {
  if (verified == null) return { words: 'Reported, not verified yet: it explains no result.', holds: false };
  const { how, by, until } = verified;
  if (until !== null && until < today)
    return { words: `${verifiedWith[how]} until ${dayWithYear(until)}: it explains no result after that.`, holds: false };
  return {
    words: [verifiedWith[how], by, until === null ? null : `until ${dayWithYear(until)}`].filter((part) => part !== null).join(', '),
    holds: true,
  };
}

const was: Readonly<Record<Expectation, string>> = { ...expectations, reported: 'reported, not verified', 'not-known': 'not known' };

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
  verify: 'Verify',
  verifyTitle: (name: string): string => `How do you know that ${name} is taken?`,
  verifiedHow: 'How do you know that it is taken?',
  chooseWay: 'Choose how you know.',
  verifiedUntil: 'Good until',
  verifiedUntilHint: 'Empty: for as long as it is on the list.',
  onlyReported: 'Reported by the client, not verified yet',
  reportedText: 'A medication explains a result once somebody has seen the bottle, or asked the pharmacy, the PDMP or the prescriber.',
  ways: {
    bottle: 'I saw the bottle',
    pharmacy: 'The pharmacy confirmed it',
    pdmp: 'It is in the PDMP',
    prescriber: 'The prescriber confirmed it',
  } satisfies Record<WayToVerify, string>,
  name: 'Medication',
  doseLabel: 'Dose',
  from: 'First day',
  taken: 'Days',
  to: 'Last day',
  shows: 'What a screen should show',
  prescriber: 'Prescriber',
  noRules: 'This medication has no expectation rules yet: nothing will be expected of it.',
  showsNothing: 'Shows on no panel.',
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
    by: (medication: string, by: string | null, on: string): string =>
      `${medication} ${by === null ? 'brought in by an import' : `changed by ${by}`}, ${on}`,
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
    standard: 'This is the map that every program starts with. What you change of a medication is your own.',
    own: 'Medications that you have changed are your program’s own. The others are as every program starts with.',
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
