import { expect, test } from 'vitest';
import { columnsSeen, type ColumnSeen } from '#domain/imports/columns-seen.ts';
import { columnsSuggested, kindSuggested } from '#domain/imports/column-synonyms.ts';
import { canBeOnePerson, numbersNear } from '#domain/imports/numbers.ts';
import { slipsBetween } from '#domain/people/slips.ts';
import { mappingQuestions } from '#domain/imports/questions.ts';
import { mappingSuggested } from '#domain/imports/suggestions.ts';
import { importKinds, type ImportKind } from '#domain/imports/imports.ts';
import { wordSuggested } from '#domain/imports/vocabulary.ts';
import { intakes } from '#server/imports/intakes.ts';

const zone = 'America/Chicago';

const oursOf = (kind: ImportKind) => intakes.find(({ id }) => id === kind)?.columns ?? [];

function seenIn(header: readonly string[], ...rows: readonly (readonly string[])[]): readonly ColumnSeen[] {
  const { look, seen } = columnsSeen(header);
  rows.forEach(look);
  return seen();
}

test.each<[ImportKind, readonly string[]]>([
  ['sessions', ['MRN', 'Service Date', 'Start Time', 'End Time', 'Group Name', 'Attendance Status', 'Duration']],
  ['sessions', ['Client ID', 'Date of Service', 'Appointment Status', 'Provider', 'Service Type']],
  ['clients', ['Chart #', 'Client Name', 'DOB', 'Admit Date', 'Primary Therapist', 'Drug of Choice']],
  ['screens', ['Accession Number', 'Patient ID', 'Collection Date', 'Specimen Type', 'Positive For']],
  ['medications', ['MRN', 'Medication Name', 'Dosage', 'Start Date', 'Stop Date']],
  ['prescribed-hours', ['MRN', 'Weekly Hours', 'Effective Date']],
])('a file of %s is told by its columns: %s', (kind, header) => {
  expect(kindSuggested(header)).toBe(kind);
});

test('columns that speak for nothing suggest no kind', () => {
  expect(kindSuggested(['Foo', 'Bar', 'Balance due'])).toBeNull();
});

test('our own names are found in every kind, whatever their writing', () => {
  for (const kind of importKinds) {
    const names = oursOf(kind).map(({ name }) => name);
    const written = names.map((name) => ` ${name.replaceAll('_', ' ').toUpperCase()} `);
    expect([...columnsSuggested(written, names).keys()].toSorted()).toEqual(names.toSorted());
  }
});

test('a column of the file is suggested for one of ours only', () => {
  const found = columnsSuggested(['Status', 'Start Date'], ['attendance', 'outcome', 'started_on', 'from_on']);
  expect([...found]).toEqual([
    ['attendance', 'Status'],
    ['started_on', 'Start Date'],
  ]);
});

const census = ['Chart #', 'Client Name', 'Admit Date', 'DOB'];

test('what could mean two things is asked, and what one other day decides isn’t', () => {
  const open = seenIn(census, ['1', 'Walsh, Dana', '02/03/2026', '01/02/1990']);
  const names = oursOf('clients').map(({ name }) => name);
  const requested = mappingQuestions(mappingSuggested('clients', names, open), oursOf('clients'), open, zone);
  expect(requested.map(({ about, from }) => [about, from])).toEqual([
    ['order', 'DOB'],
    ['order', 'Admit Date'],
  ]);
  const seen = seenIn(census, ['1', 'Walsh, Dana', '02/03/2026', '01/22/1990'], ['2', 'Ray, Bo', '02/28/2026', '']);
  const mapping = mappingSuggested('clients', names, seen);
  expect(mappingQuestions(mapping, oursOf('clients'), seen, zone)).toEqual([]);
  expect(mapping.dates).toMatchObject([{ order: 'month-first' }, { order: 'month-first' }]);
});

test('a needed column that comes from nowhere is asked for, and a column that isn’t there is refused', () => {
  const seen = seenIn(['MRN'], ['1']);
  const mapping = mappingSuggested('medications', ['chart_number', 'name', 'started_on'], seen);
  expect(mappingQuestions(mapping, oursOf('medications'), seen, zone).map(({ about, column }) => [about, column])).toEqual([
    ['missing', 'name'],
    ['missing', 'started_on'],
  ]);
  const wrong = {
    ...mapping,
    columns: [...mapping.columns, { column: 'role', from: 'MRN', always: null }, { column: 'dose', from: 'Nope', always: null }],
  };
  expect(mappingQuestions(wrong, oursOf('medications'), seen, zone).filter(({ about }) => about === 'unknown')).toHaveLength(2);
});

test.each([
  ['attendance', 'P', 'present'],
  ['attendance', 'No Show', 'absent'],
  ['attendance', 'Excused', 'excused'],
  ['attendance', 'Cancelled by Clinic', 'cancelled-by-program'],
  ['attendance', 'Cancelled', null],
  ['attendance', 'Left early', 'left-early'],
  ['telehealth', 'Y', 'yes'],
  ['specimen', 'Urine', null],
  ['specimen', 'Saliva', 'oral-fluid'],
  ['outcome', 'Refused', 'declined'],
  ['closed_because', 'Hospitalised', 'hospitalized'],
  ['group', 'P', null],
])('in %s, %s most likely means %s', (column, cell, word) => {
  expect(wordSuggested(column, cell)).toBe(word);
});

test.each([
  ['10882', ['10828', '10881'], ['10828', '10881']],
  ['MRN 10882', ['10828'], ['10828']],
  ['42', ['00042', '4200'], ['00042']],
  ['10882', ['55555', '10'], []],
])('%s is near to what it may have been', (number, known, near) => {
  expect(numbersNear(number, known)).toEqual(near);
});

test('slips of the hand are counted', () => {
  expect(['ab', 'ba', 'abc', 'b', 'xyz'].map((other) => slipsBetween('ab', other))).toEqual([0, 1, 1, 1, 3]);
});

const dana = { firstName: 'Dana', lastName: 'Walsh', bornOn: '1990-01-01' };
test.each([
  ['the same', dana, true],
  ['a new family name, the same birth date', { ...dana, lastName: 'Ortiz' }, true],
  ['a new family name, a birth date nobody knows', { ...dana, lastName: 'Ortiz', bornOn: null }, true],
  ['accents and case', { ...dana, firstName: 'dána' }, true],
  ['a birth date put right', { ...dana, bornOn: '1990-10-01' }, true],
  ['another name and another birth date', { ...dana, lastName: 'Ortiz', bornOn: '1985-05-05' }, false],
  ['two other names', { firstName: 'Bo', lastName: 'Ray', bornOn: '1990-01-01' }, false],
])('two records under one number can be one person: %s', (_, other, one) => {
  expect(canBeOnePerson(dana, other)).toBe(one);
});

test.each([
  ['one name in either of the two columns', { firstName: '', lastName: 'Sukarno', bornOn: null }, true],
  ['another one name', { firstName: 'Teller', lastName: '', bornOn: null }, false],
  ['a second name that was learned since', { firstName: 'Sukarno', lastName: 'Putra', bornOn: '1990-10-10' }, true],
])('somebody of one name and %s under one number can be one person: %s', (_, other, one) => {
  expect(canBeOnePerson({ firstName: 'Sukarno', lastName: '', bornOn: '1990-10-10' }, other)).toBe(one);
});
