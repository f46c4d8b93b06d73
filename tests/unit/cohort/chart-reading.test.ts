import { expect, test } from 'vitest';
import { addDays, day } from '#domain/calendar/calendar.ts';
import { baselinesToKeep, chartReadFrom } from '#domain/cohort/chart-reading.ts';
import type { Baseline, Rebase } from '#domain/cohort/stretches.ts';

const begun = day('2024-01-01');
const at = (week: number) => addDays(begun, week * 7);
const baseline = (week: number, weeks: Baseline['weeks'] = 1): Baseline => ({
  from: at(week),
  to: at(week + 12 * weeks),
  weeks,
  mean: 0.8,
  sigma: null,
});
const rebase = (week: number): Rebase => ({ from: at(week), signal: { rule: 'seven-one-side', side: 'above', points: 7 } });
/** Weeks 100 to 125. */
const range = { from: at(100), to: addDays(at(125), 6) };

test.each<[string, Rebase[], Baseline[], number | null]>([
  ['nothing kept yet: from the beginning', [], [], null],
  ['kept: thirteen weeks before the range, for runs', [], [baseline(0)], 99 - 13],
  ['kept with periods of four weeks: thirteen of them before thirteen of them', [], [baseline(0, 4)], 125 - 52 - 52],
  ['a rebase whose limits are on trial lies in what is read', [rebase(110)], [baseline(0)], 99 - 13],
  ['one that was long ago and is not kept is read from', [rebase(40)], [baseline(0)], 40],
  ['one that is kept', [rebase(40)], [baseline(0), baseline(40)], 99 - 13],
  ['one that is later than the range', [rebase(130)], [baseline(0)], 99 - 13],
  ['kept since a rebase alone: from the beginning', [rebase(40)], [baseline(40)], null],
])('%s', (_, rebases, baselines, from) => expect(chartReadFrom({ rebases, baselines }, range)).toBe(from === null ? null : at(from)));

test.each([
  ['on the day after its last', 0, 0],
  ['a week later', 7, 0],
  ['a week and a day later', 8, 1],
])('a baseline can be kept %s: %i', (_, days, count) => {
  const one = baseline(0);
  const today = addDays(one.to, 6 + days);
  expect(baselinesToKeep([one], { rebases: [], baselines: [] }, today)).toHaveLength(count);
  expect(baselinesToKeep([one], { rebases: [], baselines: [one] }, today)).toHaveLength(0);
});
