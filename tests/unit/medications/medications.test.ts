import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import type { Expectation, SpecimenType } from '#domain/drug-screens/interpret.ts';
import { defaultExpectationRules as rules } from '#domain/medications/expectation-rules.ts';
import { restsOn, type ExpectationCause } from '#domain/medications/expectation-cause.ts';
import { causeWords } from '#domain/medications/words.ts';
import { expectationOf, prescribedNotOnPanel, type ExpectationRule, type Medication } from '#domain/medications/expectation.ts';

const taken = (name: string, from: string, to: string | null = null, dose: string | null = null): Medication => ({
  name,
  dose,
  startedOn: day(from),
  endedOn: to === null ? null : day(to),
  verified: { until: null },
});

const cup = { specimen: 'urine-cup', panelId: null } as const;
const buprenorphine = [taken('Buprenorphine', '2026-07-01', '2026-07-20', '8 mg')];

describe('what a medication should show on the day of collection', () => {
  test.each<[string, string, SpecimenType, Medication[], string, Expectation]>([
    ['nothing prescribed shows nothing', 'COC', 'urine-cup', [], '2026-07-10', 'wont-show'],
    ['the day before the first dose', 'BUP', 'urine-cup', buprenorphine, '2026-06-30', 'wont-show'],
    ['the day of the first dose it only may show', 'BUP', 'urine-cup', buprenorphine, '2026-07-01', 'may-show'],
    ['once its days to appear have gone by', 'BUP', 'urine-cup', buprenorphine, '2026-07-03', 'should-show'],
    ['the day of the last dose', 'BUP', 'urine-cup', buprenorphine, '2026-07-20', 'should-show'],
    ['the day after the last dose it only may show', 'BUP', 'urine-cup', buprenorphine, '2026-07-21', 'may-show'],
    ['the last day on which it may still show', 'BUP', 'urine-cup', buprenorphine, '2026-07-30', 'may-show'],
    ['once cleared', 'BUP', 'urine-cup', buprenorphine, '2026-07-31', 'wont-show'],
    ['its metabolite may show on a cup that has a strip for it', 'NBUP', 'urine-cup', buprenorphine, '2026-07-10', 'may-show'],
    ['its metabolite at the laboratory', 'NBUP', 'urine-lab', buprenorphine, '2026-07-10', 'should-show'],
    ['methadone shows EDDP', 'EDDP', 'urine-cup', [taken('methadone', '2026-06-01')], '2026-07-10', 'should-show'],
    ['a cup often misses clonazepam', 'BZO', 'urine-cup', [taken('Clonazepam', '2026-06-01')], '2026-07-10', 'may-show'],
    ['mixed amphetamine salts', 'AMP', 'urine-cup', [taken('mixed amphetamine salts', '2026-06-01')], '2026-07-10', 'should-show'],
    [
      'methamphetamine may show as amphetamine, which the body makes of it',
      'AMP',
      'urine-cup',
      [taken('methamphetamine', '2026-06-01')],
      '2026-07-10',
      'may-show',
    ],
    [
      'amphetamine salts are not methamphetamine',
      'MET',
      'urine-cup',
      [taken('mixed amphetamine salts', '2026-06-01')],
      '2026-07-10',
      'wont-show',
    ],
    ['naltrexone shows on no panel', 'OPI', 'urine-cup', [taken('naltrexone', '2026-06-01')], '2026-07-10', 'wont-show'],
  ])('%s', (_, analyte, specimen, medications, on, expectation) =>
    expect(expectationOf(analyte, { specimen, panelId: null }, medications, rules, day(on)).expectation).toBe(expectation),
  );

  test('a medication list that is not known says nothing about any analyte', () =>
    expect(expectationOf('COC', cup, null, rules, day('2026-07-10')).expectation).toBe('not-known'));

  test('a new dose is the same course: the days to appear do not start again', () => {
    const courses = [...buprenorphine, taken('Buprenorphine', '2026-07-21', null, '12 mg')];
    expect(expectationOf('BUP', cup, courses, rules, day('2026-07-21'))).toEqual({
      expectation: 'should-show',
      because: { rule: 'taken', name: 'Buprenorphine', dose: '12 mg', startedOn: '2026-07-21' },
    });
  });

  test('a new course after a break starts its days again', () => {
    const courses = [taken('Buprenorphine', '2026-05-01', '2026-06-01'), taken('Buprenorphine', '2026-07-21')];
    expect(expectationOf('BUP', cup, courses, rules, day('2026-07-22')).expectation).toBe('may-show');
  });

  const course = { name: 'Buprenorphine', dose: '8 mg', startedOn: day('2026-07-01') };
  test('the cause holds until when it may still show', () =>
    expect(expectationOf('BUP', cup, buprenorphine, rules, day('2026-07-25')).because).toEqual({
      ...course,
      rule: 'clearing',
      endedOn: '2026-07-20',
      clearsOn: '2026-07-30',
    }));

  test.each<[ExpectationCause, string]>([
    [{ ...course, rule: 'taken' }, 'Buprenorphine 8 mg since 1 Jul'],
    [{ ...course, rule: 'starting', appearsOn: day('2026-07-03') }, 'Buprenorphine 8 mg since 1 Jul, may not show before 3 Jul'],
    [
      { ...course, rule: 'clearing', endedOn: day('2026-07-20'), clearsOn: day('2026-07-30') },
      'Buprenorphine 8 mg until 20 Jul, may show to 30 Jul',
    ],
  ])('the words of a cause', (cause, words) => expect(causeWords(cause)).toBe(words));

  test.each<[string, Parameters<typeof restsOn>[1], boolean]>([
    ['the same course', course, true],
    ['a course whose dose begins the same', { ...course, dose: '8 mg twice' }, false],
    ['another start', { ...course, startedOn: day('2026-07-02') }, false],
  ])('an expectation rests on %s or not', (_, other, same) => expect(restsOn({ ...course, rule: 'taken' }, other)).toBe(same));
});

test('what is prescribed and not on the panel is named, and never read as not detected', () =>
  expect(prescribedNotOnPanel(['COC', 'THC'], cup, [taken('methadone', '2026-06-01')], rules, day('2026-07-10'))).toEqual(['MTD', 'EDDP']));

test('what only may show is not asked of a panel', () =>
  expect(prescribedNotOnPanel(['COC'], cup, [taken('lorazepam', '2026-06-01')], rules, day('2026-07-10'))).toEqual([]));

describe('a row of the map for one panel wins over the row for any', () => {
  type Expected = ExpectationRule['expectation'];
  const rule = (medication: string, panelId: string | null, what: Expected, over: Partial<ExpectationRule> = {}): ExpectationRule => ({
    medication,
    analyte: 'BZO',
    specimen: 'urine-cup',
    panelId,
    expectation: what,
    appearsAfterDays: 1,
    clearsAfterDays: 5,
    ...over,
  });
  const any = rule('lorazepam', null, 'should-show');
  const own = rule('lorazepam', 'cup', 'may-show');
  const lorazepam = [taken('Lorazepam 1 mg', '2026-06-01')];
  test.each<[string, ExpectationRule[], string | null, Medication[], Expectation]>([
    ['on its panel', [any, own], 'cup', lorazepam, 'may-show'],
    ['whichever of the two stands first', [own, any], 'cup', lorazepam, 'may-show'],
    ['on another panel the row for any holds', [any, own], 'other cup', lorazepam, 'should-show'],
    ['on a specimen that no panel of ours read', [any, own], null, lorazepam, 'should-show'],
    ['a row for a panel alone says nothing of the others', [own], 'other cup', lorazepam, 'wont-show'],
    ['nor of a specimen that no panel of ours read', [own], null, lorazepam, 'wont-show'],
    [
      'it may say more than the row for any',
      [rule('lorazepam', null, 'may-show'), rule('lorazepam', 'cup', 'should-show')],
      'cup',
      lorazepam,
      'should-show',
    ],
    ['it may say that nothing shows', [any, rule('lorazepam', 'cup', 'wont-show')], 'cup', lorazepam, 'wont-show'],
    ['it speaks of its own analyte', [any, rule('lorazepam', 'cup', 'wont-show', { analyte: 'OPI' })], 'cup', lorazepam, 'should-show'],
    ['and of its own specimen', [any, rule('lorazepam', 'cup', 'wont-show', { specimen: 'urine-lab' })], 'cup', lorazepam, 'should-show'],
    [
      'another medication keeps what its own rows say',
      [any, own, rule('diazepam', null, 'should-show')],
      'cup',
      [...lorazepam, taken('diazepam', '2026-06-01')],
      'should-show',
    ],
    ['its days are its own', [any, rule('lorazepam', 'cup', 'should-show', { appearsAfterDays: 60 })], 'cup', lorazepam, 'may-show'],
  ])('%s', (_, map, panelId, medications, expectation) =>
    expect(expectationOf('BZO', { specimen: 'urine-cup', panelId }, medications, map, day('2026-07-10')).expectation).toBe(expectation),
  );

  test('an analyte is asked of a panel that lacks it only where a row for that panel, or for any, says that it should show', () => {
    const absent = (map: ExpectationRule[]) =>
      prescribedNotOnPanel(['COC'], { specimen: 'urine-cup', panelId: 'cup' }, lorazepam, map, day('2026-07-10'));
    expect(absent([any])).toEqual(['BZO']);
    expect(absent([any, own])).toEqual([]);
    expect(absent([rule('lorazepam', 'other cup', 'should-show')])).toEqual([]);
  });
});
