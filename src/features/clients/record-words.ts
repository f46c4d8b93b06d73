import { recordFields, type IdentityField, type RecordField } from '#domain/clients/record.ts';
import { contactWords } from './contact-words.ts';

const hints: Readonly<Partial<Record<IdentityField, string>>> = {
  lastName: 'Leave one of the two empty for somebody with one name.',
  preferredName: 'What they want to be called. It is shown first everywhere.',
  pronouns: 'As they say them.',
  bornOn: 'Leave it empty where it isn’t known.',
};

const list = (values: readonly string[]): string => (values.length === 0 ? 'nothing' : values.join('; '));

export const recordWords = {
  eyebrow: 'Record',
  link: 'Record',
  back: 'Open the journey',
  identity: 'Who this is',
  contacts: 'How to reach them',
  identifiers: 'Other identifiers',
  merged: 'Charts merged into this one',
  notKnown: 'not known',
  oneName: 'none: one name',
  notAsked: 'not asked',
  noContacts: 'No phone number, e-mail or address yet.',
  noIdentifiers: 'No other system’s number yet.',
  edit: 'Edit',
  editOf: (section: string) => `Edit: ${section}`,
  saved: (section: string) => `Saved: ${section}.`,
  save: 'Save',
  saving: 'Saving',
  cancel: 'Cancel',
  remove: 'Remove',
  system: 'System',
  number: 'Number',
  addNumber: 'Add a number',
  removeNumber: (index: number) => `Remove number ${index}`,
  problems: 'Some of this can’t be saved as it is',
  stale: (both: number): string =>
    both === 0
      ? 'Somebody changed this chart while you had it open. Their changes are in the form now, beside yours. Look, then save again.'
      : 'Somebody changed this chart while you had it open. What you typed is kept. Where you both changed a field it says so: choose, then save again.',
  staleLines: (now: readonly string[]): string =>
    `Somebody changed this chart while you had it open. What you typed is kept. The chart now says: ${list(now)}. Saving puts yours in its place.`,
  theirs: (who: string, value: string): string => `${who} made this “${value === '' ? 'not known' : value}” meanwhile.`,
  useTheirs: 'Use that',
  changedBy: (by: string, on: string, at: string): string => `${by}, ${on}, ${at},`,
  somebody: 'Somebody',
  movedHereAny: 'The chart that you asked for was merged into this one. You were led here.',
  noneMerged: 'No other chart was merged into this one.',
  merge: 'Merge another chart into this one',
  hints,
  fields: {
    firstName: 'First name',
    lastName: 'Last name',
    preferredName: 'Preferred name',
    pronouns: 'Pronouns',
    bornOn: 'Birth date',
    chartNumber: 'Chart number',
    language: 'Language',
    interpreter: 'Interpreter',
    contacts: 'How to reach them',
    identifiers: 'Other identifiers',
  },
  interpreter: (needed: boolean | null): string => (needed === null ? 'not asked' : needed ? 'needed' : 'not needed'),
  mergedLabel: (number: string, by: string, on: string) => `Chart ${number}, by ${by} on ${on}:`,
};

/** Where in a form something is wrong: 'First name: ', 'Way 2 of reaching them: '. Empty where the field is not one of a record's. */
export function whereLabel(field: string): string {
  const [of, booking] = field.replace('identity.', '').split('.');
  if (of === 'contacts') return `${contactWords.line(Number(booking) + 1)}: `;
  if (of === 'identifiers') return `${recordWords.number} ${Number(booking) + 1}: `;
  const known: RecordField | undefined = recordFields.find((one) => one === of);
  return known === undefined ? '' : `${recordWords.fields[known]}: `;
}
