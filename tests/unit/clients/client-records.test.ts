import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { contactProblems, identityProblems, type Identity } from '#domain/clients/record-problems.ts';
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

test.each<[string, Partial<Identity>, readonly string[]]>([
  ['a whole identity is fine', {}, []],
  ['an unknown birth date is fine', { bornOn: null }, []],
  ['born today is fine', { bornOn: day('2026-11-22') }, []],
  ['born tomorrow is a slip', { bornOn: day('2026-11-23') }, ['bornOn']],
  ['a number as a spreadsheet writes it', { chartNumber: '1E5' }, ['chartNumber']],
  ['a name that a spreadsheet would run', { firstName: '=HYPERLINK(1)' }, ['firstName']],
  ['a name that turns its letters around', { lastName: 'Co\u202ele' }, ['lastName']],
  ['several at once', { firstName: '+1', chartNumber: '' }, ['firstName', 'chartNumber']],
])('%s', (_, changes, fields) => {
  expect(identityProblems({ ...maya, ...changes }, day('2026-11-22')).map(({ field }) => field)).toEqual(fields);
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

test.each<[string, Partial<ContactLine>, readonly string[]]>([
  ['a phone number', {}, []],
  ['with a country and an extension', { value: '+1 (312) 555-0142 x17' }, []],
  ['words where digits belong', { value: 'ask her sister' }, ['contacts.0.value']],
  ['an e-mail address', { kind: 'email', value: 'maya@example.org' }, []],
  ['an e-mail address without its place', { kind: 'email', value: 'maya' }, ['contacts.0.value']],
  ['an address of two lines', { kind: 'address', value: '12 Elm St\nChicago' }, []],
  ['somebody else’s, without saying whose', { whose: 'emergency' }, ['contacts.0.name']],
  ['somebody else’s, by name', { whose: 'emergency', name: 'Ana Cole', relation: 'sister' }, []],
])('%s', (_, changes, fields) => {
  expect(contactProblems([{ ...phone, ...changes }]).map(({ field }) => field)).toEqual(fields);
});
