import { describe, expect, test } from 'vitest';
import { day, momentOf, addHours, weekOf } from '#domain/calendar/calendar.ts';
import { separateWords, countWords, leftOutWords, shareWords } from '#domain/cohort/words.ts';
import {
  answeredInTime,
  attachedInTime,
  answerTimes,
  byWeek,
  collectedOfScheduled,
  hoursDelivered,
  latestFullWeeks,
  screenFact,
  unexpectedOfCollected,
  type AnswerFact,
  type ScreenFact,
} from '#domain/cohort/measures.ts';
import type { CollectionOutcome, Finding, Validity } from '#domain/drug-screens/interpret.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';
import { kaplanMeier, medianOf } from '#domain/statistics/survival.ts';

const on = day('2026-11-18');
const detected: readonly Finding[] = ['unexpected-positive', 'carry-over', 'baseline', 'explained'];

const cup = (clientId: string, finding: Finding, scheduled = true, validity: Validity = 'valid'): ScreenFact =>
  screenFact(clientId, {
    on,
    scheduled,
    outcome: 'collected',
    validity,
    analytes: [{ analyte: 'COC', result: detected.includes(finding) ? 'presumptive-positive' : 'negative', finding }],
  });
const no = (clientId: string, outcome: CollectionOutcome): ScreenFact =>
  screenFact(clientId, { on, scheduled: true, outcome, validity: null, analytes: [] });

describe('prescribed hours delivered', () => {
  const measure = hoursDelivered([
    { clientId: 'ana', week: on, delivered: 12, offered: 9 },
    { clientId: 'ana', week: on, delivered: 6, offered: 9 },
    { clientId: 'lee', week: on, delivered: null, offered: 9 },
    { clientId: 'sam', week: on, delivered: 0, offered: 6 },
  ]);
  test('counts no more than was offered, so that one long week hides no short one', () =>
    expect([measure.numerator, measure.denominator, shareWords(measure)]).toEqual([15, 24, '63%']));
  test('leaves unknown weeks out, and says so', () => expect(leftOutWords(measure)).toBe('1 with hours not known left out'));
  test('opens the people behind it, and they add up', () =>
    expect(measure.people).toEqual([
      { clientId: 'ana', numerator: 15, denominator: 18 },
      { clientId: 'sam', numerator: 0, denominator: 6 },
    ]));
});

test('screens collected of scheduled: declined and unable stay, excused and cancelled are left out, for-cause is outside, an invalid specimen was handed over', () => {
  const measure = collectedOfScheduled([
    cup('ana', 'as-expected'),
    cup('ana', 'not-interpretable', true, 'invalid'),
    cup('ana', 'unexpected-positive', false),
    no('lee', 'declined'),
    no('lee', 'unable'),
    no('lee', 'not-collected'),
    no('sam', 'excused'),
    no('sam', 'cancelled-by-program'),
  ]);
  expect(countWords('collected', measure)).toBe('2 of 5');
  expect(leftOutWords(measure)).toBe('1 outside the schedule, 1 excused, 1 cancelled by us left out');
  expect(separateWords(measure)).toBe('1 declined, 1 unable, 1 not collected');
});

test('unexpected of collected: scheduled and interpretable only, with the readings that are not unexpected listed apart', () => {
  const measure = unexpectedOfCollected([
    cup('ana', 'unexpected-positive'),
    cup('ana', 'as-expected'),
    cup('lee', 'prescribed-not-detected'),
    cup('lee', 'carry-over'),
    cup('sam', 'baseline'),
    cup('sam', 'explained'),
    cup('sam', 'not-interpretable', true, 'substituted'),
    cup('sam', 'unexpected-positive', false),
    no('sam', 'declined'),
  ]);
  expect(countWords('unexpected', measure)).toBe('1 of 6');
  expect(leftOutWords(measure)).toBe('1 specimen not valid, 1 outside the schedule left out');
  expect(separateWords(measure)).toBe('1 prescribed, not detected, 1 carry-over, 1 baseline, 1 explained');
});

describe('answered within 72 h', () => {
  const now = momentOf(day('2026-11-23'), '08:00', 'America/Chicago');
  const result = (clientId: string, hoursAgo: number, answeredAfter: number | null, explained = false): AnswerFact => {
    const receivedAt = addHours(now, -hoursAgo);
    return { clientId, receivedAt, answeredAt: answeredAfter === null ? null : addHours(receivedAt, answeredAfter), explained };
  };
  const facts = [
    result('ana', 200, 72),
    result('ana', 200, 73),
    result('lee', 100, null),
    result('lee', 71, null),
    result('sam', 20, 5),
    result('sam', 200, 10, true),
    result('sam', 200, 100, true),
  ];
  const measure = answeredInTime(facts, now, settings);

  test('counts an answer at 72 h and not at 73; open ones are not met', () => expect(countWords('answered', measure)).toBe('1 of 3'));
  test('says which are not yet due, and counts explained apart, whenever it was', () =>
    expect(leftOutWords(measure)).toBe('2 not yet due, 2 explained left out'));
  test('keeps open ones in the median: dropping them would flatter us', () => {
    const median = (of: readonly AnswerFact[]) => medianOf(kaplanMeier(answerTimes(of, now))).median;
    const answered = [result('ana', 200, 10), result('lee', 200, 20), result('sam', 200, 30)];
    expect(median(answered)).toBe(20);
    expect(median([...answered, result('ana', 40, null), result('lee', 50, null)])).toBe(30);
  });
});

test('results that attached are counted by their own due time: late, open past it, waiting still, and explained apart', () => {
  const now = momentOf(day('2026-11-23'), '08:00', 'America/Chicago');
  const attached = (dueIn: number, answeredIn: number | null, explained = false) => ({
    dueAt: addHours(now, dueIn),
    answeredAt: answeredIn === null ? null : addHours(now, answeredIn),
    explained,
  });
  const facts = [
    attached(-10, -20),
    attached(-10, -10),
    attached(10, -1),
    attached(-10, -5),
    attached(-1, null),
    attached(1, null),
    attached(-10, -20, true),
  ];
  expect(attachedInTime(facts, now)).toEqual({ met: 3, due: 5, stillOpen: 1, notYetDue: 1, explained: 1 });
});

test('the latest four weeks are full ones', () =>
  expect(latestFullWeeks(day('2026-11-23'), 4)).toEqual(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16']));

test('a week with nothing in it is a gap, not 0%', () => {
  const [empty, full] = byWeek(
    [cup('ana', 'as-expected')],
    (fact) => weekOf(fact.on),
    [day('2026-11-09'), day('2026-11-16')],
    collectedOfScheduled,
  );
  expect([empty?.denominator, empty === undefined ? null : shareWords(empty), full?.denominator]).toEqual([0, null, 1]);
});
