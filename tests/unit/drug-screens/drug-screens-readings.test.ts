import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { analyteCounts, lastEight, screenCounts, stripCounts } from '#domain/drug-screens/counts.ts';
import { eventMark, isPresumptive, markOf } from '#domain/drug-screens/marks.ts';
import {
  eventReading,
  hasUnexpected,
  isAsExpected,
  isInterpretable,
  isNegative,
  readingNeedsAnswer,
  type EventFacts,
  type EventReading,
} from '#domain/drug-screens/event-reading.ts';
import { slotsMet } from '#domain/drug-screens/slots-met.ts';
import { spokenMark, stripLines, stripSentence } from '#domain/drug-screens/words.ts';
import type { CollectionOutcome, Finding, MarkCode, Response, Result, Validity } from '#domain/drug-screens/interpret.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const resultOf = (finding: Finding): Result => {
  if (finding === 'pending') return 'pending';
  return ['as-expected', 'prescribed-not-detected', 'not-interpretable', 'not-on-panel'].includes(finding)
    ? 'negative'
    : 'presumptive-positive';
};

const cup = (findings: readonly Finding[], validity: Validity = 'valid'): EventFacts => ({
  outcome: 'collected',
  validity,
  analytes: findings.map((finding, index) => ({ analyte: `A${index}`, result: resultOf(finding), finding })),
});
const no = (outcome: Exclude<CollectionOutcome, 'collected'>): EventFacts => ({ outcome, validity: null, analytes: [] });

describe('what a collection event counts as', () => {
  test.each<[string, EventFacts, interpretable: boolean, asExpected: boolean, negative: boolean, reading: string]>([
    ['all lines present', cup(['as-expected', 'as-expected']), true, true, true, 'as-expected'],
    ['with the medication found', cup(['as-expected', 'consistent-with-medication']), true, true, true, 'as-expected'],
    ['cocaine beside expected ones', cup(['as-expected', 'unexpected-positive']), true, false, false, 'unexpected'],
    [
      'prescribed, not detected: negative, not as expected',
      cup(['as-expected', 'prescribed-not-detected']),
      true,
      false,
      true,
      'prescribed-not-detected',
    ],
    ['carry-over is neither', cup(['carry-over', 'as-expected']), true, false, false, 'carry-over'],
    ['baseline is neither', cup(['baseline', 'as-expected']), true, false, false, 'baseline'],
    ['an agreed non-target is neither', cup(['non-target', 'as-expected']), true, false, false, 'non-target'],
    ['explained is neither', cup(['explained', 'as-expected']), true, false, false, 'explained'],
    ['one analyte still at the lab', cup(['as-expected', 'pending']), true, false, false, 'pending'],
    ['everything still at the lab', cup(['pending', 'pending']), false, false, false, 'pending'],
    ['one strip that could not be read', cup(['as-expected', 'not-interpretable']), false, false, false, 'not-interpretable'],
    ['dilute with nothing found', cup(['not-interpretable', 'not-interpretable'], 'dilute'), false, false, false, 'not-interpretable'],
    ['dilute with fentanyl found', cup(['not-interpretable', 'unexpected-positive'], 'dilute'), true, false, false, 'unexpected'],
    ['substituted', cup(['not-interpretable'], 'substituted'), false, false, false, 'specimen-not-valid'],
    ['handed over and nothing known yet', cup([]), false, false, false, 'pending'],
    ['not collected', no('not-collected'), false, false, false, 'not-collected'],
    ['declined', no('declined'), false, false, false, 'declined'],
  ])('%s', (_, event, interpretable, asExpected, negative, reading) => {
    expect([isInterpretable(event), isAsExpected(event), isNegative(event), eventReading(event)]).toEqual([
      interpretable,
      asExpected,
      negative,
      reading,
    ]);
  });

  test('a specimen that is not valid is never a positive, whatever was written beside it', () =>
    expect(hasUnexpected(cup(['unexpected-positive'], 'adulterated'))).toBe(false));

  test.each<[EventReading, boolean]>([
    ['unexpected', true],
    ['prescribed-not-detected', true],
    ['specimen-not-valid', true],
    ['explained', false],
    ['carry-over', false],
    ['baseline', false],
    ['non-target', false],
    ['pending', false],
    ['not-interpretable', false],
    ['as-expected', false],
    ['not-collected', false],
    ['declined', false],
  ])('under the heading of %s an answer is waited for: %s', (reading, answer) => expect(readingNeedsAnswer(reading)).toBe(answer));
});

describe('marks', () => {
  test.each<[Finding, Response | null, MarkCode]>([
    ['unexpected-positive', null, 'U!'],
    ['unexpected-positive', 'due', 'U!'],
    ['unexpected-positive', 'plan-adjusted', 'U+'],
    ['unexpected-positive', 'outcome-recorded', 'U'],
    ['unexpected-positive', 'explained', 'U='],
    ['unexpected-positive', 'history', 'U'],
    ['prescribed-not-detected', 'due', 'N!'],
    ['prescribed-not-detected', 'plan-adjusted', 'N+'],
    ['prescribed-not-detected', 'outcome-recorded', 'N'],
    ['prescribed-not-detected', 'history', 'N'],
    ['carry-over', null, 'C'],
    ['baseline', null, 'I'],
    ['non-target', null, 'I'],
    ['consistent-with-medication', null, 'R'],
    ['not-on-panel', null, '_'],
  ])('%s, %s, is drawn %s', (finding, response, mark) => expect(markOf(finding, response)).toBe(mark));

  test.each<[string, EventFacts, Response | null, MarkCode]>([
    ['what waits for us comes first', cup(['as-expected', 'prescribed-not-detected', 'unexpected-positive']), 'due', 'U!'],
    ['a missing medication comes before a pending one', cup(['pending', 'prescribed-not-detected']), 'plan-adjusted', 'N+'],
    ['unexpected hides behind nothing pending', cup(['pending', 'unexpected-positive']), 'plan-adjusted', 'U+'],
    ['pending comes before expected', cup(['as-expected', 'pending']), null, 'P'],
    ['carry-over is not shown as expected', cup(['as-expected', 'carry-over']), null, 'C'],
    ['expected, with the medication found, is expected', cup(['as-expected', 'consistent-with-medication']), null, 'E'],
    ['only the medication was looked for', cup(['consistent-with-medication']), null, 'R'],
    ['not valid', cup(['not-interpretable'], 'invalid'), 'due', 'V'],
    ['not valid, whatever was written beside it', cup(['unexpected-positive'], 'adulterated'), 'due', 'V'],
    ['nothing known yet', cup([]), null, 'P'],
    ['not collected', no('not-collected'), null, 'O'],
    ['declined', no('declined'), null, 'D'],
    ['unable', no('unable'), null, 'B'],
    ['excused', no('excused'), null, 'X'],
    ['cancelled by the program', no('cancelled-by-program'), null, 'K'],
  ])('%s', (_, event, response, mark) => expect(eventMark(event, response)).toBe(mark));

  test('a tick stands only under what rests on an unconfirmed positive', () => {
    expect(isPresumptive(cup(['as-expected', 'unexpected-positive']).analytes)).toBe(true);
    expect(isPresumptive(cup(['as-expected', 'consistent-with-medication']).analytes)).toBe(false);
    expect(isPresumptive([{ result: 'confirmed-positive', finding: 'unexpected-positive' }])).toBe(false);
  });

  test('a mark is spoken with its reason where it has one', () => {
    expect(spokenMark('U=', 'cough medicine')).toBe('unexpected, explained: cough medicine');
    expect(spokenMark('O', 'bus')).toBe('scheduled, not collected');
  });
});

describe('the last eight', () => {
  const placed = (events: readonly EventFacts[]) =>
    events.map((event, index) => ({ ...event, on: day(`2026-11-${String(index + 1).padStart(2, '0')}`), at: null, scheduled: true }));
  const expected = cup(['as-expected']);

  test('are the newest eight up to today, oldest first', () => {
    const events = placed(Array.from({ length: 12 }, () => expected)).toReversed();
    expect(lastEight(events, day('2026-11-10')).map(({ on }) => on.slice(8))).toEqual(['03', '04', '05', '06', '07', '08', '09', '10']);
  });

  test('are said in one sentence, each kind of missing by its name', () => {
    const counts = stripCounts([
      ...Array.from({ length: 5 }, () => expected),
      cup(['unexpected-positive']),
      no('not-collected'),
      no('excused'),
    ]);
    expect(stripSentence(counts)).toBe('5 of 6 interpretable as expected; 1 not collected; 1 excused');
    expect(stripLines(counts)).toEqual(['5 of 6 as expected', '1 not collected, 1 excused']);
  });

  test('a specimen that is not valid is said, and not counted among those read', () =>
    expect(stripSentence(stripCounts([expected, cup(['not-interpretable'], 'invalid')]))).toBe(
      '1 of 1 interpretable as expected; 1 specimen not valid',
    ));

  test('where nothing handed over could be read, no share is said', () =>
    expect(stripLines(stripCounts([no('excused'), no('not-collected')]))).toEqual(['none interpretable', '1 excused, 1 not collected']));

  test('no screens yet is not none as expected', () => expect(stripSentence(stripCounts([]))).toBe('No screens yet'));
});

test('declined and unable stay in what was due; excused and cancelled leave it; for-cause is outside', () => {
  const slot = (event: EventFacts, scheduled = true) => ({ ...event, scheduled });
  const counts = screenCounts([
    slot(cup(['as-expected'])),
    slot(no('declined')),
    slot(no('unable')),
    slot(no('not-collected')),
    slot(no('excused')),
    slot(no('cancelled-by-program')),
    slot(cup(['unexpected-positive']), false),
  ]);
  expect(counts).toMatchObject({ slots: 6, due: 4, collected: 1, interpretable: 1, asExpected: 1, negative: 1 });
});

test('an analyte is counted of the times it could be read', () =>
  expect(analyteCounts([cup(['unexpected-positive']), cup(['as-expected']), cup(['pending']), no('declined')], 'A0')).toEqual({
    detected: 1,
    read: 2,
  }));

test('a slot is met on its day first, then by a later collection within three days', () => {
  const slots = [
    { id: 'mon', on: day('2026-11-16'), answered: null },
    { id: 'wed', on: day('2026-11-18'), answered: null },
    { id: 'fri', on: day('2026-11-20'), answered: null },
  ];
  const collections = [
    { id: 'a', on: day('2026-11-18'), scheduled: true },
    { id: 'b', on: day('2026-11-19'), scheduled: true },
    { id: 'c', on: day('2026-11-20'), scheduled: false },
  ];
  expect([...slotsMet(slots, collections, settings)]).toEqual([
    ['wed', 'a'],
    ['mon', 'b'],
  ]);
});
