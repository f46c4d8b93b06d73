import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { changeWords, worseningWords } from '#domain/instruments/words.ts';
import { bandOf, changeSinceAdmission, worseningOf, type Score } from '#domain/instruments/instruments.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const scores = (...rows: [on: string, score: number][]): Score[] => rows.map(([on, score]) => ({ on: day(on), score, item9: 0 }));

test.each([
  ['PHQ-9', 4, 'minimal'],
  ['PHQ-9', 5, 'mild'],
  ['PHQ-9', 10, 'moderate'],
  ['PHQ-9', 15, 'moderately severe'],
  ['PHQ-9', 20, 'severe'],
  ['PHQ-9', 28, null],
  ['GAD-7', 9, 'mild'],
  ['GAD-7', 15, 'severe'],
  ['BAM use', 0, null],
  ['BAM use', 1, 'at or over the cut-off'],
  ['BAM protective', 12, 'at or under the cut-off'],
  ['AUDIT-C', 4, null],
])('%s at %i is %s', (name, score, band) => expect(bandOf(name, score)).toBe(band));

describe('change since admission', () => {
  test.each<[string, string, Score[], string | null]>([
    [
      'six points on the PHQ-9',
      'PHQ-9',
      scores(['2026-11-01', 13], ['2026-06-09', 19]),
      '19 to 13 since admission: a reliable change (6 or more)',
    ],
    ['five points are within its noise', 'PHQ-9', scores(['2026-06-09', 19], ['2026-11-01', 14]), '19 to 14 since admission'],
    [
      'four points on the GAD-7, upwards',
      'GAD-7',
      scores(['2026-06-09', 5], ['2026-11-01', 9]),
      '5 to 9 since admission: a reliable change (4 or more), upwards',
    ],
    ['the BAM gives no verdict', 'BAM risk', scores(['2026-06-09', 20], ['2026-11-01', 4]), '20 to 4 since admission'],
    ['one score is a baseline', 'PHQ-9', scores(['2026-06-09', 19]), null],
  ])('%s', (_, name, list, expected) => {
    const change = changeSinceAdmission(name, list);
    expect(change === null ? null : changeWords(change, name === 'PHQ-9' ? 6 : 4)).toBe(expected);
  });
});

describe('worse against the lowest of the last 60 days', () => {
  test.each<[string, Score[], string | null]>([
    ['up six', scores(['2026-10-01', 15], ['2026-11-02', 11], ['2026-11-20', 17]), 'PHQ-9 up 6 since 2 Nov, to 17.'],
    ['up five', scores(['2026-11-02', 12], ['2026-11-20', 17]), null],
    ['the low was 61 days before', scores(['2026-09-20', 5], ['2026-11-20', 17]), null],
    ['the low was 60 days before', scores(['2026-09-21', 5], ['2026-11-20', 17]), 'PHQ-9 up 12 since 21 Sep, to 17.'],
    ['worse once, better now', scores(['2026-10-20', 5], ['2026-11-02', 17], ['2026-11-20', 6]), null],
  ])('%s', (_, list, expected) => {
    const worse = worseningOf('PHQ-9', list, settings);
    expect(worse === null ? null : worseningWords('PHQ-9', worse)).toBe(expected);
  });
});
