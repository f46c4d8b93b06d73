import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { likeness, type Likeness, type Person } from '#domain/clients/duplicates.ts';

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
