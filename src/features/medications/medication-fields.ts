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

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** Whether a medication of the map is named in what is typed. */
export const mapKnows = (typed: string, { medications }: CareChoices): boolean =>
  medications.some((known) => plain(typed).includes(plain(known)));
