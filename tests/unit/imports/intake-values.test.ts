import { expect, test } from 'vitest';
import { analytesIn, codeIn, dayIn, numberIn, textIn, timeIn, wordIn } from '#server/imports/csv/values.ts';

test.each<[string, string, object]>([
  ['an ordinary day', '2026-03-09', { value: '2026-03-09' }],
  ['29 February of a leap year', '2024-02-29', { value: '2024-02-29' }],
  ['30 February', '2026-02-30', { problem: { code: 'no-such-day' } }],
  ['31 November', '2026-11-31', { problem: { code: 'no-such-day' } }],
  ['31/11 without a year', '31/11', { problem: { code: 'ambiguous-day' } }],
  ['31/11/2026', '31/11/2026', { problem: { code: 'ambiguous-day' } }],
  ['02/03/26, which is three days', '02/03/26', { problem: { code: 'ambiguous-day' } }],
  ['a spreadsheet serial', '46090', { problem: { code: 'serial-day' } }],
  ['a spreadsheet serial with a time', '46090.375', { problem: { code: 'serial-day' } }],
  ['a year that is a typing error', '0206-03-09', { problem: { code: 'far-day' } }],
  ['a moment instead of a day', '2026-03-09T10:00', { problem: { code: 'not-a-day' } }],
  ['a month in words', '9 Mar 2026', { problem: { code: 'not-a-day' } }],
])('a day: %s', (_, cell, found) => expect(dayIn(cell)).toEqual(found));

test.each<[string, string, object]>([
  ['an ordinary name', 'Jordan', { value: 'Jordan' }],
  ['spaces around it', ' Jordan ', { value: 'Jordan' }],
  ['a name with a hyphen inside', 'Marsh-Lee', { value: 'Marsh-Lee' }],
  ['an emoji of four bytes', 'Jo 😀', { value: 'Jo 😀' }],
  ['a formula', '=1+1', { problem: { code: 'cell-formula' } }],
  ['a plus', '+1', { problem: { code: 'cell-formula' } }],
  ['a minus', '-1', { problem: { code: 'cell-formula' } }],
  ['an at sign', '@SUM(A1)', { problem: { code: 'cell-formula' } }],
  ['a formula after spaces', '  =1', { problem: { code: 'cell-formula' } }],
  ['a tab', '\tx', { problem: { code: 'cell-formula' } }],
  ['a carriage return', '\rx', { problem: { code: 'cell-formula' } }],
  ['a NUL', 'Jo\u0000rdan', { problem: { code: 'unseen-characters' } }],
  ['text turned around', 'Jo\u202erdan', { problem: { code: 'unseen-characters' } }],
  ['a line break', 'Jo\nrdan', { problem: { code: 'unseen-characters' } }],
  ['five thousand letters', 'x'.repeat(5_000), { problem: { code: 'cell-too-long', most: 200 } }],
])('text: %s', (_, cell, found) => expect(textIn(cell, 200)).toEqual(found));

test.each<[string, string, object]>([
  ['a chart number', 'C-00123', { value: 'C-00123' }],
  ['a number with zeros in front', '000123', { value: '000123' }],
  ['1E5, which a spreadsheet made', '1E5', { problem: { code: 'power-of-ten' } }],
  ['1.2E+11', '1.2E+11', { problem: { code: 'power-of-ten' } }],
  ['a letter E between digits and letters', '1E5A', { value: '1E5A' }],
  ['markup', '<b>1</b>', { problem: { code: 'not-a-code' } }],
])('a key: %s', (_, cell, found) => expect(codeIn(cell, 40)).toEqual(found));

test.each<[string, object, object]>([
  ['nine in the morning', timeIn('9:00'), { value: '09:00' }],
  ["twenty-five o'clock", timeIn('25:00'), { problem: { code: 'not-a-time' } }],
  ['half past five, American', timeIn('5:30 PM'), { problem: { code: 'not-a-time' } }],
  ['whole minutes', numberIn('90', 0, 720, true), { value: 90 }],
  ['half a minute', numberIn('90.5', 0, 720, true), { problem: { code: 'not-a-whole-number', least: 0, most: 720 } }],
  ['a negative number of minutes', numberIn('-5', 0, 720, true), { problem: { code: 'not-a-whole-number', least: 0, most: 720 } }],
  ['less than five hours', numberIn('<5', 0, 60, false), { problem: { code: 'not-a-number', least: 0, most: 60 } }],
  ['nine and a half hours', numberIn('9.5', 0, 60, false), { value: 9.5 }],
  ['a word in capitals', wordIn('PRESENT', ['present', 'absent']), { value: 'present' }],
  [
    'a word that nobody knows',
    wordIn('came', ['present', 'absent']),
    { problem: { code: 'unknown-word', allowed: ['present', 'absent'] } },
  ],
  ['analytes', analytesIn('amp; COC'), { value: ['AMP', 'COC'] }],
  ['an analyte twice', analytesIn('COC;coc'), { problem: { code: 'analyte-twice' } }],
  ['analytes in a sentence', analytesIn('cocaine and fentanyl'), { problem: { code: 'not-analyte-codes' } }],
  ['commas between analytes', analytesIn('AMP,COC'), { problem: { code: 'not-analyte-codes' } }],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

test('no word says what the cell held, so a report can be passed on', () => {
  const said = [dayIn('31/11/1988'), textIn('=secret', 9), codeIn('<secret>', 9), wordIn('secret', ['present'])];
  expect(JSON.stringify(said)).not.toMatch(/secret|1988/);
});
