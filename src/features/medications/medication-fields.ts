import { medicationsIn } from '#domain/medications/medication-names.ts';
import { waysToVerify } from '#domain/medications/verification.ts';
import type { CareChoices } from '#contract/episodes-shown.ts';
import type { EditField } from '#ui/dialog-form.ts';
import { medicationsWords } from './medications-words.ts';

/** What a row of the list holds. */
export const medicationFields = (choices: CareChoices): readonly EditField[] => [
  { kind: 'list', name: 'name', label: medicationsWords.name, options: choices.medications, half: true },
  { kind: 'text', name: 'dose', label: medicationsWords.doseLabel, half: true },
  { kind: 'date', name: 'startedOn', label: medicationsWords.from, half: true },
  { kind: 'date', name: 'endedOn', label: medicationsWords.to, half: true },
  { kind: 'text', name: 'prescriber', label: medicationsWords.prescriber },
];

/** How somebody came to know that it is taken. Whoever adds a medication may leave it reported. */
export const verificationFields = (prefix: '' | 'verified.'): readonly EditField[] => [
  {
    kind: 'select',
    name: `${prefix}how`,
    label: medicationsWords.verifiedHow,
    options: waysToVerify.map((value) => ({ value, label: medicationsWords.ways[value] })),
    ...(prefix === '' ? {} : { none: medicationsWords.onlyReported }),
    half: true,
  },
  { kind: 'date', name: `${prefix}until`, label: medicationsWords.verifiedUntil, hint: medicationsWords.verifiedUntilHint, half: true },
];

/** Whether anybody has said what a medication that is typed shows, by any of its names. */
export const isTypedKnown = (typed: string, { medications }: CareChoices): boolean => medicationsIn(typed, null, medications).length > 0;
