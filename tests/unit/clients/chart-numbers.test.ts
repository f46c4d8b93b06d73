import { expect, test } from 'vitest';
import { chartNumberProblem, nextChartNumber, type ChartNumberProblem } from '#domain/clients/chart-numbers.ts';

test.each<[string, ChartNumberProblem | null]>([
  ['4417', null],
  ['  R-0041 ', null],
  ['Ä/17.b_2', null],
  ['', 'empty'],
  ['   ', 'empty'],
  ['1E5', 'power-of-ten'],
  ['1.2e+10', 'power-of-ten'],
  ['E15', null],
  ['1E5A', null],
  ['=1+1', 'signs'],
  ['-17', 'signs'],
  ['17;18', 'signs'],
  ['9'.repeat(41), 'too-long'],
])('chart number “%s”: %s', (typed, problem) => expect(chartNumberProblem(typed)).toBe(problem));

test.each<[string, readonly string[], string | null]>([
  ['goes on after the highest', ['1041', '1043', '1042'], '1044'],
  ['keeps the letters and the width', ['R-0041', 'R-0009'], 'R-0042'],
  ['grows by a digit', ['R-99'], 'R-100'],
  ['follows how most are written', ['A-7', 'R-0041', 'R-0042'], 'R-0043'],
  ['has no suggestion without a number', ['north', 'south'], null],
  ['has no suggestion for the first chart', [], null],
])('the next chart number %s', (_, numbers, next) => expect(nextChartNumber(numbers)).toBe(next));
