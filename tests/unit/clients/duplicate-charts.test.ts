import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { likeness, similarBirthdays, type Likeness, type Person } from '#domain/clients/duplicates.ts';

const maya: Person = { firstName: 'Maya', lastName: 'Núñez-Cole', preferredName: null, bornOn: day('1992-02-12'), chartNumber: 'R-1041' };
const other = (changes: Partial<Person>): Person => ({ ...maya, chartNumber: 'R-2000', ...changes });

test.each<[string, Partial<Person>, Likeness | null]>([
  ['the same name and birth date', {}, 'likely'],
  ['accents and capitals apart', { firstName: 'MAYA', lastName: 'Nunez-Cole' }, 'likely'],
  ['one of two family names', { lastName: 'Cole' }, 'likely'],
  ['a slip of the hand', { firstName: 'Myaa' }, 'likely'],
  ['a short form', { firstName: 'May' }, 'likely'],
  ['called by a preferred name', { firstName: 'Matilda', preferredName: 'Maya' }, 'likely'],
  ['first and last name changed about', { firstName: 'Nunez', lastName: 'Maya' }, 'likely'],
  ['another family name, born on the same day', { lastName: 'Okafor' }, 'possible'],
  ['another given name, born on the same day: a twin may be', { firstName: 'Lucas' }, 'possible'],
  ['the same name, birth date not known', { bornOn: null }, 'possible'],
  ['the same name, day and month changed about', { bornOn: day('1992-12-02') }, 'possible'],
  ['the same name, one digit of the birth date off', { bornOn: day('1982-02-12') }, 'possible'],
  ['the same name, another birth date', { bornOn: day('1975-09-30') }, null],
  ['another name, born on the same day', { firstName: 'Theo', lastName: 'Brandt' }, null],
  ['another name, birth date not known', { firstName: 'Theo', lastName: 'Brandt', bornOn: null }, null],
  ['a hyphen that one of the two writes as a space', { lastName: 'Nunez Cole' }, 'likely'],
  ['a hyphen that one of the two leaves out', { lastName: 'Nunezcole' }, 'likely'],
  ['one letter of the family name, day and month changed about', { lastName: 'Nunes-Cole', bornOn: day('1992-12-02') }, 'possible'],
  ['one letter in each name, birth date not known', { firstName: 'Mayo', lastName: 'Nunes-Cole', bornOn: null }, 'possible'],
  ['the first letter of one name', { firstName: 'Naya' }, 'likely'],
  ['the first letters of both names', { firstName: 'Naya', lastName: 'Munez-Kole' }, 'likely'],
  ['the first letter of one name, day and month changed about', { firstName: 'Naya', bornOn: day('1992-12-02') }, null],
  ['the first letter of one name, birth date not known', { firstName: 'Naya', bornOn: null }, null],
  ['the second family name alone, birth date not known', { lastName: 'Cole', bornOn: null }, 'possible'],
  ['a month that is one off and a day that is one off', { bornOn: day('1992-03-13') }, null],
  ['a birth date of no day that there is, changed about', { bornOn: day('1992-02-21') }, null],
])('%s', (_, changes, expected) => {
  expect(likeness(maya, other(changes))).toBe(expected);
  expect(likeness(other(changes), maya)).toBe(expected);
});

test('the same chart number is the same chart, whatever else is written', () => {
  expect(likeness(maya, other({ firstName: 'Theo', lastName: 'Brandt', bornOn: null, chartNumber: 'r-1041' }))).toBe('same-number');
});

test('two charts without a number yet are not the same for that', () => {
  const theo = other({ firstName: 'Theo', lastName: 'Brandt', chartNumber: '' });
  expect(likeness({ ...maya, chartNumber: '' }, theo)).toBeNull();
});

test('short names are alike only where they are the same', () => {
  expect(
    likeness(other({ firstName: 'Al', lastName: 'Ng', chartNumber: '1' }), other({ firstName: 'Bo', lastName: 'Li', chartNumber: '2' })),
  ).toBeNull();
});

const named = (lastName: string, changes: Partial<Person> = {}): Person => other({ firstName: 'Maria', lastName, ...changes });

test.each<[string, Person, Person, Likeness | null]>([
  ['an apostrophe', named('O’Brien'), named('OBrien'), 'likely'],
  ['an apostrophe and a space', named('O’Brien', { bornOn: null }), named("O'brien", { chartNumber: '1' }), 'possible'],
  ['particles that many have', named('de la Cruz', { bornOn: null }), named('de la Rosa'), null],
  ['a name after its particles', named('de la Cruz', { bornOn: null }), named('Cruz'), 'possible'],
  ['ü and ue, which are one slip of the hand', named('Müller'), named('Mueller'), 'likely'],
  [
    'the names of a person with one name',
    named('Suharto', { firstName: 'Suharto', bornOn: null }),
    named('Suharto', { firstName: 'Suharto' }),
    'possible',
  ],
  [
    'one name, written as the given one and as the family one',
    named('', { firstName: 'Suharto' }),
    named('Suharto', { firstName: '' }),
    'likely',
  ],
  ['a letter that no accent makes', named('Łaski', { bornOn: null }), named('Laski'), 'possible'],
])('%s', (_, one, another, expected) => {
  const separate = { ...another, chartNumber: 'R-3000' };
  expect(likeness(one, separate)).toBe(expected);
  expect(likeness(separate, one)).toBe(expected);
});

test('birth dates that one may be mistyped as are days that there are, and those alone', () => {
  const similar = similarBirthdays(day('1992-02-12'));
  for (const one of ['1992-12-02', '1982-02-12', '1992-02-22', '1992-03-12']) expect(similar).toContain(one);
  for (const one of ['1992-02-12', '1992-02-32', '1992-00-12', '1993-03-12']) expect(similar).not.toContain(one);
  expect(new Set(similar).size).toBe(similar.length);
});
