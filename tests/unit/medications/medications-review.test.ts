import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import type { Expectation, Result } from '#domain/drug-screens/interpret.ts';
import { defaultExpectationRules } from '#domain/medications/expectation-rules.ts';
import { offersAfter, reinterpretationsOf, type OpenOffer, type ReadScreen } from '#domain/medications/reinterpretation.ts';
import { rulesFor, type Medication } from '#domain/medications/expectation.ts';

const line = (analyte: string, result: Result, expectation: Expectation) => ({ analyte, result, expectation, because: null });
const screen = (...results: ReadScreen['results']): ReadScreen => ({
  id: 's',
  on: day('2026-11-20'),
  specimen: 'urine-cup',
  panelId: 'cup',
  validity: 'valid',
  results,
});
const takes = (name: string, from: string, to: string | null = null): Medication => ({
  name,
  dose: null,
  startedOn: day(from),
  endedOn: to === null ? null : day(to),
  verified: { until: null },
});
const adderall = [takes('Adderall XR', '2026-11-01')];

test.each<[string, ReadScreen, Medication[] | null, Medication[], string[]]>([
  [
    'an amphetamine found, a prescription added later',
    screen(line('AMP', 'presumptive-positive', 'wont-show')),
    [],
    adderall,
    ['AMP consistent-with-medication'],
  ],
  [
    'an amphetamine not found, a prescription added later',
    screen(line('AMP', 'negative', 'wont-show')),
    [],
    adderall,
    ['AMP prescribed-not-detected'],
  ],
  [
    'a prescription that was never taken',
    screen(line('AMP', 'presumptive-positive', 'should-show')),
    adderall,
    [],
    ['AMP unexpected-positive'],
  ],
  [
    'a first dose moved past the collection',
    screen(line('AMP', 'negative', 'should-show')),
    adderall,
    [takes('Adderall XR', '2026-11-21')],
    ['AMP as-expected'],
  ],
  ['an analyte that the edit doesn’t touch', screen(line('COC', 'presumptive-positive', 'wont-show')), [], adderall, []],
  ['an expectation that was kept before and isn’t touched', screen(line('AMP', 'negative', 'wont-show')), adderall, adderall, []],
  [
    'a dose raised: the course goes on',
    screen(line('AMP', 'negative', 'should-show')),
    adderall,
    [takes('Adderall XR', '2026-11-01', '2026-11-09'), takes('Adderall XR', '2026-11-10')],
    [],
  ],
  [
    'a medication that the map doesn’t know',
    screen(line('AMP', 'presumptive-positive', 'wont-show')),
    [],
    [takes('atomoxetine', '2026-11-01')],
    [],
  ],
  ['a pending line, whatever was prescribed', screen(line('AMP', 'pending', 'wont-show')), [], adderall, []],
  ['a list that was not known', screen(line('AMP', 'negative', 'not-known')), null, [], ['AMP as-expected']],
])('%s', (_, one, before, after, offered) => {
  const found = reinterpretationsOf(one, before, after, defaultExpectationRules);
  expect(found.map(({ analyte, wouldFind }) => `${analyte} ${wouldFind}`)).toEqual(offered);
});

test('on a specimen that isn’t valid nothing would be read differently', () => {
  const one = { ...screen(line('AMP', 'presumptive-positive', 'wont-show')), validity: 'substituted' as const };
  expect(reinterpretationsOf(one, [], adderall, defaultExpectationRules)).toEqual([]);
});

test('the map knows a medication by any word of its name, and says when it doesn’t', () => {
  expect(rulesFor({ name: 'Suboxone film 8/2' }, defaultExpectationRules).length).toBeGreaterThan(0);
  expect(rulesFor({ name: 'sertraline' }, defaultExpectationRules)).toEqual([]);
});

const found = screen(line('AMP', 'presumptive-positive', 'wont-show'));
const offered = (medications: readonly Medication[]): OpenOffer => ({
  id: 'offer',
  screenId: 's',
  analytes: reinterpretationsOf(found, null, medications, defaultExpectationRules),
});

test.each<[string, OpenOffer[], Medication[], fresh: string[], overtaken: string[]]>([
  ['the first edit that reads a screen differently offers it', [], adderall, ['s'], []],
  ['an offer that still says the same stays, and isn’t made twice', [offered(adderall)], adderall, [], []],
  ['an offer of which nothing is left is overtaken', [offered(adderall)], [], [], ['offer']],
  ['an offer that says something else now is overtaken by a new one', [{ ...offered(adderall), analytes: [] }], adderall, ['s'], ['offer']],
])('%s', (_, open, after, fresh, overtaken) => {
  const offers = offersAfter([found], open, [], after, defaultExpectationRules);
  expect(offers.fresh.map(({ screenId }) => screenId)).toEqual(fresh);
  expect(offers.overtaken).toEqual(overtaken);
});
