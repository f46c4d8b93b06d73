import { expect, test } from 'vitest';
import { rowWords, waitWords } from '#domain/adjustments/before-after-words.ts';
import { compare, type Compared, type ComparedFacts, type ComparedMeasure } from '#domain/adjustments/before-after.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { addDays, day, momentOf, type Day } from '#domain/calendar/calendar.ts';
import { beforeAndAfter } from '#domain/adjustments/states.ts';
import type { Finding, ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { defaultSettings } from '#domain/programs/settings.ts';

const zone = 'America/Chicago';
const signedOn = day('2026-10-14');

const group = (on: Day, status: SessionFacts['status']): SessionFacts => ({
  id: on,
  service: 'group',
  startsAt: momentOf(on, '18:00', zone),
  endsAt: momentOf(on, '21:00', zone),
  breaks: [],
  cancelledByProgram: false,
  status,
  arrivedAt: null,
  leftAt: null,
  telehealth: false,
  makeUp: false,
});

const screen = (on: Day, finding: Finding, outcome: ScreenEvent['outcome'] = 'collected', scheduled = true): ScreenEvent => ({
  id: on,
  on,
  at: null,
  scheduled,
  outcome,
  specimen: 'urine-cup',
  validity: 'valid',
  reason: null,
  presumptive: false,
  mark: 'E',
  response: null,
  adjustmentId: null,
  analytes:
    outcome === 'collected'
      ? [
          {
            analyte: 'COC',
            result: finding === 'as-expected' ? 'negative' : 'confirmed-positive',
            expectation: 'wont-show',
            because: null,
            finding,
            mark: 'E',
          },
        ]
      : [],
});

const compared = (
  facts: Partial<ComparedFacts>,
  today = day('2026-11-23'),
  more: { admittedOn?: Day; nextAdjustmentOn?: Day; closedOn?: Day } = {},
) => {
  const windows = beforeAndAfter({
    signedOn,
    admittedOn: more.admittedOn ?? day('2026-06-09'),
    nextAdjustmentOn: more.nextAdjustmentOn ?? null,
    today: more.closedOn ?? today,
    settings: defaultSettings,
  });
  return compare(windows, defaultSettings.beforeAfterDays, {
    sessions: [],
    screens: [],
    instruments: [],
    closedOn: more.closedOn ?? null,
    ...facts,
    now: momentOf(today, '08:02', zone),
    zone,
  });
};
const row = (facts: Partial<ComparedFacts>, measure: ComparedMeasure, today?: Day) =>
  compared(facts, today).rows.find((one) => one.measure === measure);
const number = (value: number): Compared => ({ kind: 'number', value });
const count = (k: number, n: number): Compared => ({ kind: 'count', k, n });

test('hours a week are delivered hours over the days of the window', () => {
  const sessions = [0, 1, 2, 3].flatMap((week) => [
    group(addDays(day('2026-09-17'), week * 7), 'present'),
    group(addDays(day('2026-10-15'), week * 7), 'present'),
    group(addDays(day('2026-10-17'), week * 7), 'present'),
  ]);
  expect(row({ sessions }, 'hours-a-week')).toEqual({ measure: 'hours-a-week', before: number(3), after: number(6) });
});

test('a session over and never marked makes the hours a gap, never zero', () => {
  expect(row({ sessions: [group(day('2026-09-20'), 'present'), group(day('2026-10-20'), null)] }, 'hours-a-week')).toMatchObject({
    before: number(0.75),
    after: null,
  });
});

test('sessions are attended of scheduled, and excused stay among the scheduled', () => {
  const sessions = [
    group(day('2026-09-20'), 'absent'),
    group(day('2026-09-22'), 'present'),
    group(day('2026-10-20'), 'present'),
    group(day('2026-10-22'), 'excused'),
  ];
  expect(row({ sessions }, 'sessions-attended')).toMatchObject({ before: count(1, 2), after: count(1, 2) });
});

test('screens are collected of due; excused and cancelled by us leave the due', () => {
  const screens = [
    screen(day('2026-09-20'), 'as-expected'),
    screen(day('2026-09-24'), 'as-expected', 'not-collected'),
    screen(day('2026-09-28'), 'as-expected', 'excused'),
    screen(day('2026-10-20'), 'as-expected'),
    screen(day('2026-10-24'), 'as-expected', 'declined'),
    screen(day('2026-10-28'), 'as-expected', 'cancelled-by-program'),
  ];
  expect(row({ screens }, 'screens-collected')).toMatchObject({ before: count(1, 2), after: count(1, 2) });
});

test('unexpected are counted of those that could be read; carry-over, and cups for cause, are not among them', () => {
  const screens = [
    screen(day('2026-09-20'), 'unexpected-positive'),
    screen(day('2026-09-24'), 'carry-over'),
    screen(day('2026-09-26'), 'unexpected-positive', 'collected', false),
    screen(day('2026-10-20'), 'as-expected'),
    screen(day('2026-10-24'), 'explained'),
  ];
  expect(row({ screens }, 'unexpected-of-collected')).toMatchObject({ before: count(1, 2), after: count(0, 2) });
});

test('an instrument is its latest score inside the window, and the day of signing belongs to neither side', () => {
  const scores = [day('2026-09-15'), day('2026-09-20'), day('2026-10-10'), day('2026-10-14'), day('2026-11-02')].map((on, index) => ({
    on,
    score: 20 - index,
    item9: 0,
  }));
  expect(row({ instruments: [{ instrument: 'PHQ-9', scores }] }, 'PHQ-9')).toMatchObject({ before: number(18), after: number(16) });
});

test('a measure that neither side knows is left out', () => {
  expect(compared({}).rows).toEqual([]);
});

test.each<[string, Day, { admittedOn?: Day; nextAdjustmentOn?: Day; closedOn?: Day }, string | null, [number, number]]>([
  ['six days are too soon', day('2026-10-20'), {}, 'Too soon: 6 of 28 days', [28, 6]],
  ['a week can be read', day('2026-10-21'), {}, null, [28, 7]],
  ['four weeks on each side', day('2026-11-23'), {}, null, [28, 28]],
  ['admission clips the days before', day('2026-11-23'), { admittedOn: day('2026-10-01') }, null, [13, 28]],
  ['a first week has nothing before it', day('2026-11-23'), { admittedOn: day('2026-10-11') }, 'Too short: 3 of 28 days before', [3, 28]],
  ['the next change clips the days after', day('2026-11-23'), { nextAdjustmentOn: day('2026-10-29') }, null, [28, 14]],
  [
    'a change two days later ends it',
    day('2026-11-23'),
    { nextAdjustmentOn: day('2026-10-17') },
    'Too short: 2 of 28 days after, then another adjustment was signed',
    [28, 2],
  ],
  [
    'leaving three days later ends it, and is no change of the plan',
    day('2026-11-23'),
    { closedOn: day('2026-10-17') },
    'Too short: 3 of 28 days after, then the episode ended',
    [28, 3],
  ],
])('%s', (_, today, more, wait, days) => {
  const both = compared({ screens: [screen(day('2026-10-12'), 'as-expected'), screen(day('2026-10-16'), 'as-expected')] }, today, more);
  expect(waitWords(both)).toBe(wait);
  expect([both.before.days, both.after.days]).toEqual(days);
  expect(both.rows.length === 0).toBe(wait !== null);
});

test('a row is said with what it was and what it became, and a gap is said', () => {
  expect(rowWords({ measure: 'hours-a-week', before: number(7.125), after: number(9) })).toBe('Hours a week 7.1, then 9.0');
  expect(rowWords({ measure: 'unexpected-of-collected', before: count(1, 6), after: null })).toBe(
    'Unexpected of collected 1 of 6, then not known',
  );
});
