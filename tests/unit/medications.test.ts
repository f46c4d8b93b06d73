import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar.ts';
import type { Expectation, SpecimenType } from '#domain/drug-screens.ts';
import { defaultExpectationRules as rules } from '#domain/expectation-rules.ts';
import { expectationOf, prescribedNotOnPanel, type Medication } from '#domain/medications.ts';

const taken = (name: string, from: string, to: string | null = null, dose: string | null = null): Medication => ({
  name,
  dose,
  startedOn: day(from),
  endedOn: to === null ? null : day(to),
});

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
    ['its metabolite only where a laboratory looks', 'NBUP', 'urine-cup', buprenorphine, '2026-07-10', 'wont-show'],
    ['its metabolite at the laboratory', 'NBUP', 'urine-lab', buprenorphine, '2026-07-10', 'should-show'],
    ['methadone shows EDDP', 'EDDP', 'urine-cup', [taken('methadone', '2026-06-01')], '2026-07-10', 'should-show'],
    ['a cup often misses clonazepam', 'BZO', 'urine-cup', [taken('Clonazepam', '2026-06-01')], '2026-07-10', 'may-show'],
    ['mixed amphetamine salts', 'AMP', 'urine-cup', [taken('mixed amphetamine salts', '2026-06-01')], '2026-07-10', 'should-show'],
    ['methamphetamine is not amphetamine salts', 'AMP', 'urine-cup', [taken('methamphetamine', '2026-06-01')], '2026-07-10', 'wont-show'],
    ['naltrexone shows on no panel', 'OPI', 'urine-cup', [taken('naltrexone', '2026-06-01')], '2026-07-10', 'wont-show'],
  ])('%s', (_, analyte, specimen, medications, on, expectation) =>
    expect(expectationOf(analyte, specimen, medications, rules, day(on)).expectation).toBe(expectation),
  );

  test('a medication list that is not known says nothing about any analyte', () =>
    expect(expectationOf('COC', 'urine-cup', null, rules, day('2026-07-10')).expectation).toBe('not-known'));

  test('a new dose is the same course: the days to appear do not start again', () => {
    const courses = [...buprenorphine, taken('Buprenorphine', '2026-07-21', null, '12 mg')];
    expect(expectationOf('BUP', 'urine-cup', courses, rules, day('2026-07-21'))).toEqual({
      expectation: 'should-show',
      because: 'Buprenorphine 12 mg since 21 Jul',
    });
  });

  test('a new course after a break starts its days again', () => {
    const courses = [taken('Buprenorphine', '2026-05-01', '2026-06-01'), taken('Buprenorphine', '2026-07-21')];
    expect(expectationOf('BUP', 'urine-cup', courses, rules, day('2026-07-22')).expectation).toBe('may-show');
  });

  test('the reason says until when it may still show', () =>
    expect(expectationOf('BUP', 'urine-cup', buprenorphine, rules, day('2026-07-25')).because).toBe(
      'Buprenorphine 8 mg until 20 Jul, may show to 30 Jul',
    ));
});

test('what is prescribed and not on the panel is named, and never read as not detected', () =>
  expect(prescribedNotOnPanel(['COC', 'THC'], 'urine-cup', [taken('methadone', '2026-06-01')], rules, day('2026-07-10'))).toEqual([
    'MTD',
    'EDDP',
  ]));

test('what only may show is not asked of a panel', () =>
  expect(prescribedNotOnPanel(['COC'], 'urine-cup', [taken('lorazepam', '2026-06-01')], rules, day('2026-07-10'))).toEqual([]));
