import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { results, type Result } from '#domain/drug-screens/interpret.ts';
import {
  isUndecided,
  labProblem,
  reportDayProblem,
  resultByLab,
  type LabAnswer,
  type LabProblem,
} from '#domain/drug-screens/lab-results.ts';
import { labProblemWords } from '#domain/drug-screens/lab-results-words.ts';

test.each<[string, Result | null, LabAnswer, Result]>([
  ['a line that was missing is confirmed', 'presumptive-positive', 'confirmed', 'confirmed-positive'],
  ['a line that was missing is overturned', 'presumptive-positive', 'not-confirmed', 'not-confirmed'],
  ['the laboratory could not say', 'presumptive-positive', 'inconclusive', 'inconclusive'],
  ['nobody had read it, and it is there', 'pending', 'confirmed', 'confirmed-positive'],
  ['nobody had read it, and it is not there: nothing is overturned', 'pending', 'not-confirmed', 'negative'],
  ['a second report settles an inconclusive one', 'inconclusive', 'not-confirmed', 'not-confirmed'],
  ['the laboratory found what the cup missed', 'negative', 'confirmed', 'confirmed-positive'],
  ['only the laboratory looked for it', null, 'confirmed', 'confirmed-positive'],
  ['only the laboratory looked for it, and it is not there', null, 'not-confirmed', 'negative'],
])('%s', (_, before, answer, after) => expect(resultByLab(before, answer)).toBe(after));

const recorded: readonly { analyte: string; result: Result }[] = [
  { analyte: 'FYL', result: 'presumptive-positive' },
  { analyte: 'COC', result: 'negative' },
  { analyte: 'THC', result: 'confirmed-positive' },
  { analyte: 'BZO', result: 'not-confirmed' },
];

test.each<[string, readonly (readonly [string, LabAnswer])[], LabProblem | null, number | null]>([
  ['the analyte under another of its names', [['fentanyl', 'confirmed']], null, null],
  ['what the cup missed', [['COC', 'confirmed']], null, null],
  ['what the cup does not hold', [['norfentanyl', 'confirmed']], null, null],
  ['nothing at all', [], 'none-given', null],
  ['one analyte under two names', [['FYL', 'confirmed'], ['FEN', 'not-confirmed']], 'given-twice', 1], // prettier-ignore
  ['a name that nobody knows', [['FYL', 'confirmed'], ['QQX-1', 'confirmed']], 'unknown-analyte', 1], // prettier-ignore
  ['what a report confirmed before', [['THC', 'not-confirmed']], 'already-decided', 0],
  ['what a report overturned before', [['BZO', 'confirmed']], 'already-decided', 0],
  ['a negative that is not confirmed', [['COC', 'not-confirmed']], 'was-negative', 0],
])('a report is held against the specimen: %s', (_, lines, problem, index) => {
  const found = labProblem(
    recorded,
    lines.map(([analyte, answer]) => ({ analyte, answer })),
  );
  expect(found).toEqual(problem === null ? null : { problem, index });
});

test('what is refused names the drug and the way out', () => {
  expect(labProblemWords('already-decided', 'FYL')).toBe(
    'The laboratory’s result for fentanyl is recorded already. Correct the entry if it was wrong.',
  );
});

test('a laboratory decides what is presumptive, unread or left open, and nothing else', () => {
  expect(results.filter(isUndecided)).toEqual(['presumptive-positive', 'inconclusive', 'pending']);
});

test.each([
  ['the day of collection', '2026-11-20', null],
  ['another day is another specimen', '2026-11-19', 'other-specimen'],
  ['a day to come', '2026-11-24', 'to-come'],
])('the report says %s', (_, saidOn, problem) => {
  expect(reportDayProblem(day(saidOn), day('2026-11-20'), day('2026-11-23'))).toBe(problem);
});
