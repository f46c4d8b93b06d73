import { describe, expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import { responseMenu } from '#domain/adjustments/response-menu.ts';
import { beforeAndAfter, mayMove, responseOf, stateOf, type AdjustmentFacts } from '#domain/adjustments/states.ts';
import * as words from '#domain/adjustments/states-words.ts';
import { adjustmentStates, contactMethods, type AdjustmentState, type ContactMethod } from '#domain/adjustments/open.ts';
import { dischargeNames, dischargeRefusalWords } from '#domain/episodes/discharge-reasons-words.ts';
import { notReached } from '#domain/clients/contact-attempts.ts';
import type { Response } from '#domain/drug-screens/interpret.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const zone = 'America/Chicago';
const at = (on: string) => momentOf(day(on), '09:00', zone);
const today = day('2026-11-23');

const facts = (changes: Partial<AdjustmentFacts> = {}): AdjustmentFacts => ({
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
const signed = { talkedAt: at('2026-11-10'), signedAt: at('2026-11-11') };

describe('the state of an adjustment, and how its mark is filled', () => {
  test.each<[string, Partial<AdjustmentFacts>, AdjustmentState, Response]>([
    ['nobody has talked', {}, 'due', 'due'],
    ['talked, nothing signed', { talkedAt: at('2026-11-20') }, 'talked', 'due'],
    ['signed, follow-up ahead', { ...signed, followUpOn: day('2026-11-24') }, 'signed', 'plan-adjusted'],
    ['the day of the follow-up', { ...signed, followUpOn: today }, 'follow-up-due', 'plan-adjusted'],
    ['outcome recorded', { ...signed, followUpOn: today, outcome: 'improved', outcomeAt: at('2026-11-23') }, 'closed', 'outcome-recorded'],
    ['no change, with a reason and no follow-up', { ...signed, noChangeReason: 'already in place' }, 'closed', 'outcome-recorded'],
    [
      'no change, with a follow-up',
      { ...signed, noChangeReason: 'already in place', followUpOn: day('2026-11-30') },
      'signed',
      'plan-adjusted',
    ],
    ['explained', { explainedAt: at('2026-11-20') }, 'explained', 'explained'],
    ['the result was corrected before anybody answered', { amendedAt: at('2026-11-20') }, 'amended', 'explained'],
    ['corrected after signing', { ...signed, amendedAt: at('2026-11-20') }, 'amended', 'plan-adjusted'],
  ])('%s', (_, changes, state, response) => {
    expect(stateOf(facts(changes), today)).toBe(state);
    expect(responseOf(facts(changes))).toBe(response);
  });

  test.each<[AdjustmentState, AdjustmentState, boolean]>([
    ['due', 'talked', true],
    ['due', 'signed', false],
    ['due', 'explained', true],
    ['talked', 'signed', true],
    ['talked', 'due', false],
    ['signed', 'follow-up-due', true],
    ['follow-up-due', 'closed', true],
    ['closed', 'due', false],
  ])('from %s to %s: %s', (from, to, may) => expect(mayMove(from, to)).toBe(may));

  test('every state but amended may be amended when the result is corrected', () =>
    expect(adjustmentStates.filter((state) => mayMove(state, 'amended'))).toEqual(adjustmentStates.filter((state) => state !== 'amended')));
});

describe('before and after a signed change', () => {
  const windows = (changes: Partial<Parameters<typeof beforeAndAfter>[0]> = {}) =>
    beforeAndAfter({ signedOn: day('2026-10-14'), admittedOn: day('2026-06-09'), nextAdjustmentOn: null, today, settings, ...changes });
  test('28 days on each side, the day of signing in neither', () =>
    expect(windows()).toEqual({
      before: { from: '2026-09-16', to: '2026-10-13', days: 28 },
      after: { from: '2026-10-15', to: '2026-11-11', days: 28 },
    }));
  test('admission cuts the days before', () => expect(windows({ admittedOn: day('2026-10-04') }).before.days).toBe(10));
  test('the next adjustment cuts the days after', () =>
    expect(windows({ nextAdjustmentOn: day('2026-10-25') }).after).toMatchObject({ to: '2026-10-24', days: 10 }));
  test('today cuts them, and nothing yet is no days', () => expect(windows({ today: day('2026-10-14') }).after.days).toBe(0));
});

describe('not reached', () => {
  const attempt = (on: string, method: ContactMethod, reached = false) => ({ at: at(on), method, reached, nextTryOn: null });
  test.each<[string, ReturnType<typeof attempt>[], boolean]>([
    [
      'three by two methods on two days',
      [attempt('2026-11-19', 'phone'), attempt('2026-11-19', 'text'), attempt('2026-11-20', 'phone')],
      true,
    ],
    ['three by one method', [attempt('2026-11-19', 'phone'), attempt('2026-11-20', 'phone'), attempt('2026-11-21', 'phone')], false],
    ['three on one day', [attempt('2026-11-19', 'phone'), attempt('2026-11-19', 'text'), attempt('2026-11-19', 'voicemail')], false],
    ['two', [attempt('2026-11-19', 'phone'), attempt('2026-11-20', 'text')], false],
    [
      'an answer in between starts again',
      [attempt('2026-11-18', 'phone'), attempt('2026-11-19', 'text'), attempt('2026-11-20', 'phone', true), attempt('2026-11-21', 'text')],
      false,
    ],
    [
      'a voicemail is an attempt, whatever was ticked',
      [attempt('2026-11-19', 'phone'), attempt('2026-11-20', 'voicemail', true), attempt('2026-11-20', 'text')],
      true,
    ],
  ])('%s: %s', (_, attempts, reachingOut) => expect(notReached(attempts, zone).reachingOut).toBe(reachingOut));
  test('every method has a name', () => expect(Object.keys(words.methodNames)).toEqual([...contactMethods]));
});

describe('the words of a care plan', () => {
  const said = [
    ...responseMenu.flatMap(({ label, lines }) => [label, ...lines.map((line) => line.label)]),
    ...Object.values(words).flatMap((names) => (typeof names === 'object' ? Object.values(names) : [names('Jordan')])),
  ];
  test('never speak of ending care, or of people as their tests', () => {
    expect(said.length).toBeGreaterThan(50);
    expect(
      said.filter((line) => /discharg|terminat|expel|kick|dirty|clean|fail|violat|complian|refus|sanction|relaps|abus|addict/i.test(line)),
    ).toEqual([]);
  });
  test('leave prescribing to the prescriber', () =>
    expect(
      responseMenu.find(({ code }) => code === 'medication')?.lines.every(({ label }) => label.startsWith('Ask the prescriber about ')),
    ).toBe(true));
  test('no reason for leaving, and nothing said about one, names a test', () =>
    expect(
      [...Object.values(dischargeNames), ...Object.values(dischargeRefusalWords)].filter((line) =>
        /screen|test|positive|drug|cup|urine/i.test(line),
      ),
    ).toEqual([]));
});
