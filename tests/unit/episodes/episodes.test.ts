import { describe, expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import type { AdjustmentFacts } from '#domain/adjustments/states.ts';
import {
  dischargeReasons,
  dischargeRules,
  mayClose,
  type DischargeQuestion,
  type DischargeReason,
  type DischargeRefusal,
} from '#domain/episodes/discharge-reasons.ts';
import { ageOn, inCensus, levelOn, reopens, retainedAfter, retentionOf, stayDays, type EpisodeFacts } from '#domain/episodes/episodes.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const zone = 'America/Chicago';
const today = day('2026-11-23');
const at = (on: string) => momentOf(day(on), '09:00', zone);

const adjustment = (changes: Partial<AdjustmentFacts>): AdjustmentFacts => ({
  talkedAt: null,
  explainedAt: null,
  signedAt: null,
  noChangeReason: null,
  followUpOn: null,
  outcome: null,
  outcomeAt: null,
  amendedAt: null,
  ...changes,
});

const requested = (changes: Partial<DischargeQuestion> = {}): readonly DischargeRefusal[] =>
  mayClose({
    reason: 'ended-by-program',
    adjustments: [],
    hasSafetyRecord: true,
    hasSecondSigner: true,
    hasLinkage: true,
    now: at('2026-11-23'),
    today,
    settings,
    ...changes,
  });

describe('ended by the program for safety', () => {
  const talked = { talkedAt: at('2026-11-10') };
  test.each<[string, Partial<DischargeQuestion>, DischargeRefusal[]]>([
    ['with a safety record and a second signer', {}, []],
    ['without a safety record', { hasSafetyRecord: false }, ['safety-record-needed']],
    ['without a second signer', { hasSecondSigner: false }, ['second-signer-needed']],
    ['while an answer is owed', { adjustments: [adjustment({})] }, ['answer-due']],
    ['talked and not signed', { adjustments: [adjustment(talked)] }, ['answer-due']],
    ['signed two days ago', { adjustments: [adjustment({ ...talked, signedAt: at('2026-11-21') })] }, ['answered-just-now']],
    [
      'signed "no change" two days ago',
      { adjustments: [adjustment({ ...talked, signedAt: at('2026-11-21'), noChangeReason: 'in place' })] },
      ['answered-just-now'],
    ],
    ['signed four days ago', { adjustments: [adjustment({ ...talked, signedAt: at('2026-11-19'), followUpOn: day('2026-11-30') })] }, []],
    ['explained', { adjustments: [adjustment({ explainedAt: at('2026-11-22') })] }, []],
  ])('%s', (_, changes, refusals) => expect(requested(changes)).toEqual(refusals));
});

test.each(dischargeReasons.filter((reason) => reason !== 'ended-by-program' && reason !== 'level-declined'))(
  '%s is never hindered, whatever is open',
  (reason: DischargeReason) =>
    expect(requested({ reason, adjustments: [adjustment({})], hasSafetyRecord: false, hasSecondSigner: false, hasLinkage: false })).toEqual(
      [],
    ),
);

test('a level that was declined or not available asks for a second signer and where the client was linked to, and for nothing else', () =>
  expect(requested({ reason: 'level-declined', adjustments: [adjustment({})], hasSecondSigner: false, hasLinkage: false })).toEqual([
    'second-signer-needed',
    'linkage-needed',
  ]));

test('only what the program ended is exported as ended by the facility', () =>
  expect(dischargeReasons.filter((reason) => dischargeRules[reason].teds === 3)).toEqual(['ended-by-program']));

const episode = (changes: Partial<EpisodeFacts> = {}): EpisodeFacts => ({
  admittedOn: day('2026-09-01'),
  lastServedOn: day('2026-11-21'),
  closedOn: null,
  dischargeReason: null,
  leaves: [],
  ...changes,
});

describe('retention, from admission to the last attended service', () => {
  test.each<[string, Partial<EpisodeFacts>, ReturnType<typeof retentionOf>]>([
    ['open and served', {}, { days: 81, kind: 'still-here', cause: null }],
    [
      'chose to leave',
      { closedOn: day('2026-11-22'), dischargeReason: 'chose-to-leave' },
      { days: 81, kind: 'event', cause: 'chose-to-leave' },
    ],
    [
      'completed competes',
      { closedOn: day('2026-11-22'), dischargeReason: 'completed' },
      { days: 81, kind: 'competing', cause: 'completed' },
    ],
    ['open, last served 30 days ago', { lastServedOn: day('2026-10-24') }, { days: 53, kind: 'still-here', cause: null }],
    ['open, last served 31 days ago', { lastServedOn: day('2026-10-23') }, { days: 52, kind: 'event', cause: 'unserved' }],
    [
      'on leave',
      { lastServedOn: day('2026-10-01'), leaves: [{ from: day('2026-10-02'), to: null }] },
      { days: 30, kind: 'still-here', cause: null },
    ],
    ['not started', { admittedOn: null }, null],
  ])('%s', (_, changes, retention) => expect(retentionOf(episode(changes), today, settings)).toEqual(retention));
});

test.each<[string, Partial<EpisodeFacts>, boolean]>([
  ['open and served', {}, true],
  ['not served for 31 days', { lastServedOn: day('2026-10-23') }, false],
  ['on leave', { leaves: [{ from: day('2026-11-22'), to: null }] }, false],
  ['closed', { closedOn: day('2026-11-22'), dischargeReason: 'completed' }, false],
  ['not started', { admittedOn: null }, false],
])('in the census: %s', (_, changes, counted) => expect(inCensus(episode(changes), today, settings)).toBe(counted));

test.each<[string, string, Partial<EpisodeFacts>, boolean | null]>([
  ['43 days after the result it is not known yet', '2026-10-11', {}, null],
  ['served on day 30', '2026-10-01', { lastServedOn: day('2026-10-31') }, true],
  ['last served on day 29', '2026-10-01', { lastServedOn: day('2026-10-30') }, false],
  ['completed before that', '2026-10-01', { lastServedOn: day('2026-10-20'), dischargeReason: 'completed' }, true],
])('retained 30 days after an unexpected result: %s', (_, resultOn, changes, retained) =>
  expect(retainedAfter(day(resultOn), episode(changes), today)).toBe(retained),
);

test('a stay counts both its days, as TEDS does', () => expect(stayDays(episode({ lastServedOn: day('2026-09-01') }))).toBe(1));

test('a return on day 30 reopens the episode, a day later it is a new one', () => {
  expect(reopens(day('2026-10-01'), day('2026-10-31'), settings)).toBe(true);
  expect(reopens(day('2026-10-01'), day('2026-11-01'), settings)).toBe(false);
});

test('a change of level is a span inside the episode', () => {
  const spans = [
    { level: '2.1', from: day('2026-09-01'), to: day('2026-10-31') },
    { level: '1.5', from: day('2026-11-01'), to: null },
  ];
  expect([levelOn(day('2026-10-31'), spans), levelOn(today, spans), levelOn(day('2026-08-31'), spans)]).toEqual(['2.1', '1.5', null]);
});

test('a client is 17 until the birthday', () => {
  expect(ageOn(day('2008-11-24'), today)).toBe(17);
  expect(ageOn(day('2008-11-23'), today)).toBe(18);
});
