import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import {
  expectations,
  findingOf,
  findings,
  interpret,
  isAdjustmentFinding,
  isDetected,
  isShown,
  needsAnswer,
  withExplanation,
  results,
  unaccountedExpectations,
  validities,
  type AnalyteWindow,
  type Expectation,
  type Finding,
  type FindingFacts,
  type Result,
  type Validity,
} from '#domain/drug-screens/interpret.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

describe('the plain reading of one analyte', () => {
  test.each<[string, Result, Validity, Expectation, Finding]>([
    ['cocaine that nothing prescribed explains', 'presumptive-positive', 'valid', 'wont-show', 'unexpected-positive'],
    ['fentanyl on a dilute cup still needs an answer', 'presumptive-positive', 'dilute', 'wont-show', 'unexpected-positive'],
    ['a positive stands where validity was not tested', 'confirmed-positive', 'not-tested', 'wont-show', 'unexpected-positive'],
    ['a negative on a dilute cup proves nothing', 'negative', 'dilute', 'should-show', 'not-interpretable'],
    ['a plain negative on a dilute cup proves nothing either', 'negative', 'dilute', 'wont-show', 'not-interpretable'],
    ['buprenorphine taken and found', 'confirmed-positive', 'valid', 'should-show', 'consistent-with-medication'],
    ['buprenorphine taken and not found', 'negative', 'valid', 'should-show', 'prescribed-not-detected'],
    ['a cup that often misses clonazepam blames nobody', 'negative', 'valid', 'may-show', 'as-expected'],
    ['a medication that may show accounts for a positive', 'presumptive-positive', 'valid', 'may-show', 'consistent-with-medication'],
    ['an overturned positive is a negative', 'not-confirmed', 'valid', 'wont-show', 'as-expected'],
    ['a substituted specimen is never a positive', 'confirmed-positive', 'substituted', 'wont-show', 'not-interpretable'],
    ['an adulterated specimen is never a negative', 'negative', 'adulterated', 'wont-show', 'not-interpretable'],
    ['an invalid specimen has nothing pending to wait for', 'pending', 'invalid', 'wont-show', 'not-interpretable'],
    ['inconclusive is not a negative', 'inconclusive', 'valid', 'wont-show', 'not-interpretable'],
    ['pending is pending', 'pending', 'valid', 'should-show', 'pending'],
    ['a positive needs an answer where medication is not known', 'presumptive-positive', 'valid', 'not-known', 'unexpected-positive'],
    ['a medication that nobody has verified explains nothing', 'presumptive-positive', 'valid', 'reported', 'unexpected-positive'],
    ['nor is it asked for', 'negative', 'valid', 'reported', 'as-expected'],
    ['a negative says nothing where medication is not known', 'negative', 'valid', 'not-known', 'not-interpretable'],
  ])('%s', (_, result, validity, expectation, finding) => expect(interpret(result, validity, expectation)).toBe(finding));

  test('whatever comes in has a reading', () =>
    assert(
      property(constantFrom(...results), constantFrom(...validities), constantFrom(...expectations), (...facts) =>
        findings.includes(interpret(...facts)),
      ),
    ));

  test('nothing unknown ever becomes as expected', () =>
    assert(
      property(constantFrom(...results), constantFrom(...validities), constantFrom(...expectations), (result, validity, expectation) => {
        const unknown = result === 'pending' || result === 'inconclusive' || expectation === 'not-known' || validity === 'dilute';
        return !unknown || interpret(result, validity, expectation) !== 'as-expected';
      }),
    ));

  test('what only may show is never asked about', () =>
    assert(
      property(constantFrom(...results), constantFrom(...validities), (result, validity) => {
        const read = interpret(result, validity, 'may-show');
        return read !== 'unexpected-positive' && read !== 'prescribed-not-detected';
      }),
    ));
});

const window = (kind: AnalyteWindow['kind'], to: string): AnalyteWindow => ({
  analyte: 'THC',
  kind,
  from: day('2026-06-20'),
  to: day(to),
  setBy: 'R. Ortiz',
  basis: 'daily use until admission',
});

const facts = (changes: Partial<FindingFacts> = {}): FindingFacts => ({
  analyte: 'THC',
  result: 'presumptive-positive',
  validity: 'valid',
  expectation: 'wont-show',
  collectedOn: day('2026-07-01'),
  admittedOn: day('2026-06-09'),
  windows: [],
  earlier: [],
  explained: false,
  settings,
  ...changes,
});

const negativeOn = (on: string, validity: Validity = 'valid') => ({ on: day(on), result: 'negative' as const, validity });

describe('the readings that open nothing', () => {
  test.each<[string, Partial<FindingFacts>, Finding]>([
    ['the seventh day of the episode is still baseline', { collectedOn: day('2026-06-15') }, 'baseline'],
    ['the eighth is not', { collectedOn: day('2026-06-16') }, 'unexpected-positive'],
    ['before care has started everything is baseline', { admittedOn: null }, 'baseline'],
    ['inside a carry-over window', { windows: [window('carry-over', '2026-07-19')] }, 'carry-over'],
    ['on the last day of the window', { windows: [window('carry-over', '2026-07-01')] }, 'carry-over'],
    ['after its end date it is unexpected again', { windows: [window('carry-over', '2026-06-30')] }, 'unexpected-positive'],
    ['a window for THC covers nothing else', { analyte: 'COC', windows: [window('carry-over', '2026-07-19')] }, 'unexpected-positive'],
    [
      'two valid negatives end the window early',
      { windows: [window('carry-over', '2026-07-19')], earlier: [negativeOn('2026-06-24'), negativeOn('2026-06-27')] },
      'unexpected-positive',
    ],
    [
      'a dilute negative does not end it',
      { windows: [window('carry-over', '2026-07-19')], earlier: [negativeOn('2026-06-24'), negativeOn('2026-06-27', 'dilute')] },
      'carry-over',
    ],
    ['agreed not to be a target', { windows: [window('non-target', '2026-09-01')] }, 'non-target'],
    ['the agreement lapses at its review', { windows: [window('non-target', '2026-06-30')] }, 'unexpected-positive'],
    ['explained', { explained: true }, 'explained'],
    ['a missing medication can be explained', { result: 'negative', expectation: 'should-show', explained: true }, 'explained'],
    [
      'a missing medication is never baseline',
      { result: 'negative', expectation: 'should-show', collectedOn: day('2026-06-10') },
      'prescribed-not-detected',
    ],
    [
      'an expected negative stays one inside a window',
      { result: 'negative', windows: [window('carry-over', '2026-07-19')] },
      'as-expected',
    ],
    ['nothing is explained away on a specimen that is not valid', { validity: 'substituted', explained: true }, 'not-interpretable'],
  ])('%s', (_, changes, finding) => expect(findingOf(facts(changes))).toBe(finding));

  test('a negative never becomes a finding of something detected', () =>
    assert(
      property(constantFrom(...results), constantFrom(...validities), (result, validity) => {
        const read = findingOf(facts({ result, validity, windows: [window('carry-over', '2026-07-19')] }));
        return isDetected(result) || (read !== 'carry-over' && read !== 'unexpected-positive');
      }),
    ));
});

describe('what a finding asks of the team', () => {
  test.each<[Finding, answer: boolean, adjustment: boolean, withExplanation: Finding]>([
    ['unexpected-positive', true, true, 'explained'],
    ['prescribed-not-detected', true, true, 'explained'],
    ['explained', false, true, 'explained'],
    ['as-expected', false, false, 'as-expected'],
    ['consistent-with-medication', false, false, 'consistent-with-medication'],
    ['pending', false, false, 'pending'],
    ['unknown-drug', false, false, 'unknown-drug'],
    ['not-interpretable', false, false, 'not-interpretable'],
    ['baseline', false, false, 'baseline'],
    ['carry-over', false, false, 'carry-over'],
    ['non-target', false, false, 'non-target'],
    ['not-on-panel', false, false, 'not-on-panel'],
  ])('%s', (finding, answer, adjustment, explained) => {
    expect(needsAnswer(finding)).toBe(answer);
    expect(isAdjustmentFinding(finding)).toBe(adjustment);
    expect(withExplanation(finding, true)).toBe(explained);
    expect(withExplanation(finding, false)).toBe(finding);
  });

  test.each<[Result, detected: boolean, shown: boolean]>([
    ['presumptive-positive', true, true],
    ['confirmed-positive', true, true],
    ['not-confirmed', false, true],
    ['negative', false, false],
    ['inconclusive', false, false],
    ['pending', false, false],
  ])('a result that is %s', (result, detected, shown) => {
    expect(isDetected(result)).toBe(detected);
    expect(isShown(result)).toBe(shown);
  });

  test('only where nothing is known to account for it does a positive need an answer', () =>
    expect(unaccountedExpectations).toEqual(['reported', 'wont-show', 'not-known']));
});
