import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { contactProblems, identifierProblems, identityProblems, type Identity, type RecordFault } from '#domain/clients/record-problems.ts';
import { recordFaults } from '#domain/clients/words.ts';
import type { ContactLine } from '#domain/clients/contact-lines.ts';

const maya: Identity = {
  firstName: 'Maya',
  lastName: 'Cole',
  preferredName: null,
  pronouns: 'she/her',
  bornOn: day('1992-02-12'),
  chartNumber: '1041',
  language: 'English',
  interpreter: null,
};

test.each<[string, Partial<Identity>, readonly (readonly [field: string, problem: RecordFault])[]]>([
  ['a whole identity is fine', {}, []],
  ['an unknown birth date is fine', { bornOn: null }, []],
  ['born today is fine', { bornOn: day('2026-11-22') }, []],
  ['born tomorrow is a slip', { bornOn: day('2026-11-23') }, [['bornOn', 'notYetBorn']]],
  ['a number as a spreadsheet writes it', { chartNumber: '1E5' }, [['chartNumber', 'number-power-of-ten']]],
  ['a name that a spreadsheet would run', { firstName: '=HYPERLINK(1)' }, [['firstName', 'formula']]],
  ['a name that turns its letters around', { lastName: 'Co\u202ele' }, [['lastName', 'unseen']]],
  [
    'several at once',
    { firstName: '+1', chartNumber: '' },
    [
      ['firstName', 'formula'],
      ['chartNumber', 'number-empty'],
    ],
  ],
])('%s', (_, changes, expected) => {
  expect(identityProblems({ ...maya, ...changes }, day('2026-11-22')).map(({ field, problem }) => [field, problem])).toEqual(expected);
});

const phone: ContactLine = {
  whose: 'own',
  name: null,
  relation: null,
  kind: 'phone',
  value: '312 555 0142',
  message: 'not-asked',
  preferred: false,
};

test.each<[string, Partial<ContactLine>, readonly (readonly [field: string, problem: RecordFault])[]]>([
  ['a phone number', {}, []],
  ['with a country and an extension', { value: '+1 (312) 555-0142 x17' }, []],
  ['words where digits belong', { value: 'ask her sister' }, [['contacts.0.value', 'phone']]],
  ['an e-mail address', { kind: 'email', value: 'maya@example.org' }, []],
  ['an e-mail address without its place', { kind: 'email', value: 'maya' }, [['contacts.0.value', 'email']]],
  ['an address of two lines', { kind: 'address', value: '12 Elm St\nChicago' }, []],
  ['somebody else’s, without saying whose', { whose: 'emergency' }, [['contacts.0.name', 'whose']]],
  ['somebody else’s, by name', { whose: 'emergency', name: 'Ana Cole', relation: 'sister' }, []],
])('%s', (_, changes, expected) => {
  expect(contactProblems([{ ...phone, ...changes }]).map(({ field, problem }) => [field, problem])).toEqual(expected);
});

test('an identifier that is here twice, in whatever case, is one too many', () => {
  const insurer = { system: 'Insurer', value: 'A1' };
  expect(identifierProblems([insurer, { system: 'insurer', value: 'a1' }, { system: 'State', value: 'A1' }])).toEqual([
    { field: 'identifiers.1.value', problem: 'identifierTwice' },
  ]);
});

test.each<[RecordFault, string]>([
  ['formula', 'Begin with a letter. Spreadsheets would run this as a formula.'],
  ['nameless', 'Write a name. Where somebody has one name, one of the two is enough.'],
  ['unseen', 'This holds a character that can’t be seen. Type it again.'],
  ['notYetBorn', 'A birth date can’t be in the future. Check the year.'],
  ['whose', 'Say whose this is: their name.'],
  ['phone', 'Write a phone number with its digits, for example 312 555 0142.'],
  ['email', 'Write an e-mail address, for example sam@example.org.'],
  ['identifierTwice', 'This is here twice. Leave one out.'],
  ['number-empty', 'Give the chart a number.'],
  ['number-too-long', 'Use at most 40 characters.'],
  ['number-power-of-ten', 'A spreadsheet has turned this number into a power of ten. Write it out in full, as 100000.'],
  ['number-signs', 'Use letters, digits, spaces and - . _ / only, with a letter or a digit first.'],
])('%s is explained with its fix', (fault, message) => expect(recordFaults[fault]).toBe(message));
