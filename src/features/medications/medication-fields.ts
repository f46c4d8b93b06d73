import type { CareChoices } from '#contract/care-shown.ts';
import type { EditField } from '#ui/dialog-form.ts';
import { says } from './medications-words.ts';

/** What a row of the list holds. */
export const medicationFields = (choices: CareChoices): readonly EditField[] => [
  { kind: 'list', name: 'name', label: says.name, options: choices.medications, half: true },
  { kind: 'text', name: 'dose', label: says.doseLabel, half: true },
  { kind: 'date', name: 'startedOn', label: says.from, half: true },
  { kind: 'date', name: 'endedOn', label: says.to, half: true },
  { kind: 'text', name: 'prescriber', label: says.prescriber },
];

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** Whether a medication of the map is named in what is typed. */
export const mapKnows = (typed: string, { medications }: CareChoices): boolean =>
  medications.some((known) => plain(typed).includes(plain(known)));
