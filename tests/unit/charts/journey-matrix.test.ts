import { expect, test } from 'vitest';
import { cellAfter, matrixCells } from '#charts/journey/matrix-cells.ts';
import { collectionMark, matrixColumns, matrixRows, readingAt, rowsToDraw } from '#charts/journey/matrix.ts';
import { readingWords } from '#charts/journey/journey-words.ts';
import { journeyLayout } from '#charts/journey/journey-layout.ts';
import { timeAxis } from '#charts/journey/time-axis.ts';
import { day } from '#domain/calendar/calendar.ts';
import type {
  AnalyteReading,
  CollectionOutcome,
  Finding,
  MarkCode,
  Response,
  Result,
  ScreenEvent,
  Validity,
} from '#domain/drug-screens/interpret.ts';
import type { Journey } from '#domain/clients/journey.ts';

const reading = (analyte: string, result: Result, finding: Finding, mark: MarkCode): AnalyteReading => ({
  analyte,
  result,
  expectation: 'wont-show',
  because: null,
  finding,
  mark,
});
const quiet = (analyte: string): AnalyteReading => reading(analyte, 'negative', 'as-expected', 'E');

function screen(
  id: string,
  on: string,
  readings: readonly AnalyteReading[],
  outcome: CollectionOutcome = 'collected',
  validity: Validity = 'valid',
): ScreenEvent {
  const facts = { specimen: 'urine-cup', reason: null, presumptive: false, mark: 'E', response: null, adjustmentId: null } as const;
  return { id, on: day(on), at: null, scheduled: true, outcome, validity, analytes: readings, ...facts };
}

const screens = [
  screen('s1', '2026-11-03', [quiet('COC'), quiet('THC'), quiet('AMP'), quiet('BZO'), quiet('OPI')]),
  screen('s2', '2026-11-07', [], 'not-collected'),
  screen('s3', '2026-11-10', [reading('COC', 'negative', 'not-interpretable', 'V')], 'collected', 'invalid'),
  screen('s4', '2026-11-14', [
    reading('COC', 'presumptive-positive', 'unexpected-positive', 'U!'),
    quiet('THC'),
    quiet('AMP'),
    quiet('BZO'),
    quiet('OPI'),
  ]),
];

const journey: Journey = {
  from: day('2026-11-02'),
  to: day('2026-11-16'),
  today: day('2026-11-16'),
  phases: [],
  weeks: [],
  screens,
  doses: [],
  windows: [],
  leaves: [],
  adjustments: [],
  goals: [],
  instruments: [],
};
const layout = journeyLayout(journey, { from: journey.from, to: journey.to, analytes: null }, 970);
const cells = matrixCells(layout);

test.each<[CollectionOutcome, Validity, string]>([
  ['collected', 'valid', 'tick'],
  ['collected', 'dilute', 'tick'],
  ['collected', 'not-tested', 'tick'],
  ['collected', 'adulterated', 'V'],
  ['not-collected', 'not-tested', 'O'],
  ['declined', 'not-tested', 'D'],
  ['unable', 'not-tested', 'B'],
  ['excused', 'not-tested', 'X'],
  ['cancelled-by-program', 'not-tested', 'K'],
])('%s, %s is drawn as %s', (outcome, validity, mark) => {
  expect(collectionMark(screen('s', '2026-11-03', [], outcome, validity))).toBe(mark);
});

test('a specimen that was not handed over, or not valid, is one mark and not one for each analyte', () => {
  const drawn = cells.flat().filter((cell) => cell.screenId === 's2' || cell.screenId === 's3');
  expect(drawn.map((cell) => cell.row)).toEqual([0, 0]);
});

test('analytes that were as expected every time are folded away', () => {
  const rows = matrixRows(journey, screens);
  expect(rowsToDraw(rows).map((row) => row.analyte)).toEqual(['COC']);
  expect(layout.collapsed).toHaveLength(4);
});

test('a count is what was detected of what could be read', () => {
  const cocaine = matrixRows(journey, screens).find((row) => row.analyte === 'COC');
  expect([cocaine?.detected, cocaine?.read]).toEqual([1, 2]);
});

test('two events on one day stand side by side', () => {
  const axis = timeAxis(journey.from, journey.to, 970);
  const columns = matrixColumns([screen('a', '2026-11-03', []), screen('b', '2026-11-03', [])], axis);
  expect(columns.map((column) => column.part)).toEqual([1 / 3, 2 / 3]);
});

test('an analyte that was not on the panel has no mark', () => {
  const [column] = layout.columns;
  const row = { analyte: 'FEN', name: 'Fentanyl', medicated: false, detected: 0, read: 0, quiet: false };
  expect(column && readingAt(column, row)).toBeNull();
});

test('a cell says the analyte, the day, the result and whether the team has answered', () => {
  expect(cells[1]?.at(-1)?.name).toBe('Cocaine, Sat 14 November, detected, presumptive, response due');
  expect(cells[0]?.[1]?.name).toBe('Collection, Sat 7 November, scheduled, not collected');
});

test.each([
  ['right', [0, 0], [0, 1]],
  ['left', [0, 0], [0, 0]],
  ['row-end', [0, 0], [0, 3]],
  ['down', [0, 3], [1, 3]],
  ['down', [0, 1], [1, 0]],
  ['up', [1, 3], [0, 3]],
  ['right', [1, 0], [1, 3]],
  ['first', [1, 3], [0, 0]],
  ['last', [0, 0], [1, 3]],
] as const)('%s from %j leads to %j', (step, from, to) => {
  const start = cells[from[0]]?.find((cell) => cell.column === from[1]);
  const end = start && cellAfter(cells, start, step);
  expect([end?.row, end?.column]).toEqual([...to]);
});

test.each<[string, AnalyteReading, Response | null, string]>([
  ['waiting for us', reading('COC', 'presumptive-positive', 'unexpected-positive', 'U!'), 'due', 'detected, presumptive, response due'],
  [
    'answered',
    reading('COC', 'confirmed-positive', 'unexpected-positive', 'U'),
    'outcome-recorded',
    'detected, confirmed, outcome recorded',
  ],
  [
    'imported',
    reading('COC', 'confirmed-positive', 'unexpected-positive', 'U'),
    'history',
    'detected, confirmed, imported, nothing owed here',
  ],
  [
    'imported, medication missing',
    reading('BUP', 'negative', 'prescribed-not-detected', 'N'),
    'history',
    'not detected, prescribed, imported, nothing owed here',
  ],
  ['beside it, as expected', quiet('THC'), 'history', 'not detected, as expected'],
])('a cell says how far our answer is: %s', (_, cell, response, expected) => expect(readingWords(cell, response)).toBe(expected));
