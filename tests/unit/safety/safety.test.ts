import { describe, expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import type { Finding, Result } from '#domain/drug-screens/interpret.ts';
import { negativeDaysBefore, overdosePrompt, type NaloxoneReason, type OverdoseFacts } from '#domain/safety/overdose-prompt.ts';
import { safetyDueAt, safetyOpenings, type SafetyFacts, type SafetyKind } from '#domain/safety/safety-clock.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const zone = 'America/Chicago';
const quiet: SafetyFacts = {
  item9: null,
  breathAlcohol: null,
  analytes: [],
  opioidMedicationStopped: false,
  returned: false,
  reported: [],
};

describe('what opens the safety clock', () => {
  test.each<[string, Partial<SafetyFacts>, SafetyKind[]]>([
    ['nothing', {}, []],
    ['item 9 at 0', { item9: 0 }, []],
    ['item 9 at 1', { item9: 1 }, ['item-9']],
    ['breath alcohol at the limit', { breathAlcohol: 0.02 }, ['breath-alcohol']],
    ['breath alcohol under the limit', { breathAlcohol: 0.019 }, []],
    ['breath alcohol above it', { breathAlcohol: 0.03 }, ['breath-alcohol']],
    ['unexpected fentanyl', { analytes: [{ analyte: 'FEN', finding: 'unexpected-positive' }] }, ['unexpected-opioid']],
    ['unexpected cocaine', { analytes: [{ analyte: 'COC', finding: 'unexpected-positive' }] }, []],
    [
      'buprenorphine prescribed and not detected',
      { analytes: [{ analyte: 'BUP', finding: 'prescribed-not-detected' }] },
      ['opioid-medication-missing'],
    ],
    ['an amphetamine prescribed and not detected', { analytes: [{ analyte: 'AMP', finding: 'prescribed-not-detected' }] }, []],
    ['methadone stopped, and back from jail', { opioidMedicationStopped: true, returned: true }, ['opioid-medication-stopped', 'return']],
    ["a mother's worry", { reported: ['concern'] }, ['concern']],
  ])('%s', (_, changes, kinds) => expect(safetyOpenings({ ...quiet, ...changes }, settings)).toEqual(kinds));
});

test('the check is due before the client leaves, and otherwise the same day, closed or not', () => {
  const openedAt = momentOf(day('2026-11-22'), '07:31', zone);
  const leavesAt = momentOf(day('2026-11-22'), '12:00', zone);
  expect(safetyDueAt({ openedAt, leavesAt }, zone)).toBe(leavesAt);
  expect(safetyDueAt({ openedAt, leavesAt: null }, zone)).toBe(momentOf(day('2026-11-22'), '23:59', zone));
});

describe('why naloxone is talked about', () => {
  const found = (analyte: string, finding: Finding, result: Result = 'presumptive-positive') => [{ analyte, result, finding }];
  const calm: OverdoseFacts = {
    analytes: [],
    gap: null,
    opioidMedicationStopped: false,
    naltrexoneStopped: false,
    leaving: false,
    usesOpioidsOrStimulants: false,
  };
  test.each<[string, Partial<OverdoseFacts>, NaloxoneReason[]]>([
    ['nothing found', {}, []],
    ['fentanyl', { analytes: found('FEN', 'unexpected-positive') }, ['opioid-detected']],
    ['fentanyl at baseline too', { analytes: found('FEN', 'baseline') }, ['opioid-detected']],
    ['carry-over does not silence it', { analytes: found('FEN', 'carry-over') }, ['opioid-detected']],
    ['explained does not silence it', { analytes: found('OXY', 'explained') }, ['opioid-detected']],
    ['an opioid after detox', { analytes: found('FEN', 'unexpected-positive'), gap: 'detox' }, ['opioid-detected', 'tolerance-lost']],
    ['cocaine may contain fentanyl', { analytes: found('COC', 'unexpected-positive') }, ['stimulant-detected']],
    ['prescribed buprenorphine found', { analytes: found('BUP', 'consistent-with-medication') }, []],
    ['prescribed buprenorphine missing', { analytes: found('BUP', 'prescribed-not-detected', 'negative') }, ['opioid-medication-missing']],
    ['THC', { analytes: found('THC', 'unexpected-positive') }, []],
    ['naltrexone stopped', { naltrexoneStopped: true }, ['naltrexone-stopped']],
    ['leaving, with opioid use on record', { leaving: true, usesOpioidsOrStimulants: true }, ['leaving']],
    ['leaving, without', { leaving: true }, []],
  ])('%s', (_, changes, reasons) => expect(overdosePrompt({ ...calm, ...changes })).toEqual(reasons));

  test('negatives run back to the last detection', () => {
    const readings = [
      { on: day('2026-11-01'), detected: true },
      { on: day('2026-11-05'), detected: false },
      { on: day('2026-11-12'), detected: false },
    ];
    expect(negativeDaysBefore(day('2026-11-20'), readings)).toBe(15);
    expect(negativeDaysBefore(day('2026-11-04'), readings)).toBe(0);
  });
});
