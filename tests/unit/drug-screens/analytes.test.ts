import { assert, boolean, constantFrom, integer, property, tuple, type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { analyteFamilies, analyteVocabulary } from '#domain/drug-screens/analyte-vocabulary.ts';
import {
  analyteCode,
  analyteName,
  analyteOf,
  familyOf,
  isKnownAnalyte,
  isOpioid,
  isValidityMeasure,
  ownAnalyte,
  parentsOf,
  showsOpioidMedication,
} from '#domain/drug-screens/analytes.ts';
import { findingOf, type Result } from '#domain/drug-screens/interpret.ts';
import { resultsByAnalyte } from '#domain/drug-screens/results-by-analyte.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';
import { overdosePrompt } from '#domain/safety/overdose-prompt.ts';
import { safetyOpenings } from '#domain/safety/safety-clock.ts';

const namesOf = ({ code, name, names }: (typeof analyteVocabulary)[number]): readonly string[] => [code, name, ...names];

describe('the one entry that a printed or written name stands for', () => {
  test.each([
    ['6AM', '6AM'],
    ['6-AM', '6AM'],
    ['6-MAM', '6AM'],
    ['6mam', '6AM'],
    ['6-acetylmorphine', '6AM'],
    ['6-Monoacetylmorphine (6-MAM)', '6AM'],
    ['HER', '6AM'],
    ['FEN', 'FEN'],
    ['FYL', 'FEN'],
    ['FTY', 'FEN'],
    ['Norfentanyl', 'NFEN'],
    ['OPI', 'OPI'],
    ['MOP', 'MOR'],
    ['MOP300', 'MOR'],
    ['OXM', 'OXM'],
    ['ODMT', 'ODMT'],
    ['M-AMP', 'MET'],
    ['mAMP500', 'MET'],
    ['benzoylecgonine', 'COC'],
    ['THC 50', 'THC'],
    ['COC300', 'COC'],
    ['K2', 'K2'],
    ['7-OH', 'KRA'],
    ['EDDP100', 'EDDP'],
    ['Fentanyl [Presence] in Urine by Screen method', 'FEN'],
    ['BENZODIAZEPINES,QL,URINE', 'BZO'],
    ['6-MAM Screen, Urine', '6AM'],
    ['Opiates Urine Screen', 'OPI'],
    ['THC 50 URINE', 'THC'],
    ['AMPHETAMINE, CUT-OFF 1000 NG/ML', 'AMP'],
    ['PCP Screen', 'PCP'],
    ['butyrylfentanyl', 'FENX'],
    ['N-desethyl etonitazene', 'NTZ'],
  ])('%s is %s', (written, code) => expect(analyteOf(written)).toBe(code));

  test.each([['ZQ7'], [''], ['COCAINE AND FENTANYL'], ['AMP FENTANYL X'], ['COC/BUTYRYLFENTANYL'], ['HYD'], ['MTH'], ['5'], ['screen']])(
    '%s is nobody’s name: it is asked about',
    (written) => {
      expect([analyteOf(written), familyOf(written), isKnownAnalyte(written)]).toEqual([null, null, false]);
      expect(analyteCode(` ${written.toLowerCase()} `)).toBe(analyteCode(written));
    },
  );

  test.each([
    ['zq-7', 'ZQ7'],
    [' ZQ 7 ', 'ZQ7'],
    ['all panels', 'ALLPANELS'],
    ['Something quite new', 'SOMETHING QUITE NEW'],
  ])('%s is one code however it is punctuated: %s', (written, code) => expect(analyteCode(written)).toBe(code));

  test('no name stands for two drugs', () => {
    const wrong = analyteVocabulary.flatMap((entry) =>
      namesOf(entry).flatMap((name) => (analyteOf(name) === entry.code ? [] : [[name, entry.code, analyteOf(name)]])),
    );
    expect(wrong).toEqual([]);
    expect(new Set(analyteVocabulary.map(({ code }) => code)).size).toBe(analyteVocabulary.length);
  });

  test('what an analyte is made from is in the vocabulary too', () => {
    const parents = analyteVocabulary.flatMap(({ code }) => parentsOf(code));
    expect(parents.filter((code) => analyteVocabulary.every((entry) => entry.code !== code))).toEqual([]);
    expect([parentsOf('oxymorphone'), parentsOf('hydromorphone'), parentsOf('norbuprenorphine')]).toEqual([
      ['OXY'],
      ['HYC', 'MOR'],
      ['BUP'],
    ]);
  });

  test('creatinine and its like measure the specimen, and are no drugs', () => {
    const measures = ['Creatinine', 'Creatinine, Urine', 'Specific Gravity', 'pH', 'Nitrite', 'Oxidants'];
    expect(measures.map((name) => [isValidityMeasure(name), analyteOf(name)])).toEqual(measures.map(() => [true, null]));
    expect(['Fentanyl', 'PCP', 'ZQ7'].some(isValidityMeasure)).toBe(false);
  });

  test('a drug of the program’s own carries its family', () => {
    const own = ownAnalyte('ZQ-7', 'opioid');
    expect([analyteOf(own), analyteName(own), familyOf(own), isOpioid(own)]).toEqual(['ZQ-7 (opioid)', 'ZQ-7 (opioid)', 'opioid', true]);
    expect(analyteFamilies.map((family) => familyOf(ownAnalyte('ZQ-7', family)))).toEqual([...analyteFamilies]);
  });

  test('a medication for opioid use is known by any of its names', () =>
    expect(['BUP', 'buprenorphine', 'NORBUP', 'EDP', 'Methadone', 'FEN', 'OXY'].map(showsOpioidMedication)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]));
});

/** A name as another printer writes it: in other capitals, with other marks between its letters, and what labs add to it. */
const printed: Arbitrary<readonly [name: string, code: string]> = tuple(
  constantFrom(...analyteVocabulary.flatMap((entry) => namesOf(entry).map((name) => [name, entry.code] as const))),
  boolean(),
  constantFrom('', ' ', '-', '.', '_'),
  integer({ min: 0, max: 20 }),
  constantFrom('', ', Urine', ' SCREEN', ' Ur Ql'),
).map(([[name, code], upper, mark, at, added]) => [
  `${(upper ? name.toUpperCase() : name.toLowerCase()).slice(0, at)}${mark}${(upper ? name.toUpperCase() : name.toLowerCase()).slice(at)}${at === 0 ? added : ''}`,
  code,
]);

test('case, punctuation and what a report adds don’t tell names apart', () =>
  assert(property(printed, ([name, code]) => analyteOf(name) === code)));

const facts = {
  validity: 'valid',
  expectation: 'wont-show',
  collectedOn: day('2026-07-01'),
  admittedOn: day('2026-05-01'),
  windows: [],
  earlier: [],
  explained: false,
  settings,
} as const;
const quiet = { item9: null, breathAlcohol: null, opioidMedicationStopped: false, returned: false, reported: [] };
const calm = { gap: null, opioidMedicationStopped: false, naltrexoneStopped: false, leaving: false, usesOpioidsOrStimulants: false };

/** What one strip without a line leads to, by the name that is printed on it. */
function after(name: string, result: Result = 'presumptive-positive') {
  const analytes = resultsByAnalyte([{ analyte: name, result }]).map(({ analyte }) => ({
    analyte,
    result,
    finding: findingOf({ ...facts, analyte, result }),
  }));
  return {
    clock: safetyOpenings({ ...quiet, analytes }, settings),
    naloxone: overdosePrompt({ ...calm, analytes }),
    findings: analytes.map(({ finding }) => finding),
  };
}

const opioids = printed.filter(([, code]) => familyOf(code) === 'opioid');

test('an opioid opens the same clock and the same prompt under any of its names', () =>
  assert(
    property(opioids, ([name]) => {
      const { clock, naloxone } = after(name);
      return clock.join() === 'unexpected-opioid' && naloxone.includes('opioid-detected');
    }),
  ));

test.each([['COC'], ['THC'], ['BZO'], ['ALC']])('%s opens no clock for an opioid', (name) => expect(after(name).clock).toEqual([]));

describe('a code that nobody knows', () => {
  test.each<[Result, string, readonly string[], readonly string[]]>([
    ['presumptive-positive', 'unknown-drug', ['possible-opioid'], ['unknown-drug-detected']],
    ['confirmed-positive', 'unknown-drug', ['possible-opioid'], ['unknown-drug-detected']],
    ['negative', 'pending', [], []],
    ['not-confirmed', 'pending', [], []],
    ['pending', 'pending', [], []],
    ['inconclusive', 'not-interpretable', [], []],
  ])('%s: %s, and never harmless', (result, finding, clock, naloxone) =>
    expect(after('ZQ7', result)).toEqual({ findings: [finding], clock, naloxone }),
  );

  test('nothing can be read of it on a specimen that isn’t valid', () =>
    expect(findingOf({ ...facts, validity: 'substituted', analyte: 'ZQ7', result: 'presumptive-positive' })).toBe('not-interpretable'));
});

describe('two results of one drug on one specimen', () => {
  const merged = (...given: readonly (readonly [string, Result])[]) =>
    resultsByAnalyte(given.map(([analyte, result]) => ({ analyte, result }))).map(({ analyte, printed: name, result }) => [
      analyte,
      name,
      result,
    ]);
  test.each<[string, readonly (readonly [string, Result])[], unknown]>([
    [
      'a positive is never lost to a negative',
      [
        ['FEN', 'negative'],
        ['FYL', 'presumptive-positive'],
      ],
      [['FEN', 'FYL', 'presumptive-positive']],
    ],
    [
      'nor to one that was not confirmed',
      [
        ['FYL', 'confirmed-positive'],
        ['FEN', 'not-confirmed'],
      ],
      [['FEN', 'FYL', 'confirmed-positive']],
    ],
    [
      'pending is not negative',
      [
        ['6AM', 'negative'],
        ['6-MAM', 'pending'],
      ],
      [['6AM', '6-MAM', 'pending']],
    ],
    [
      'a drug and its metabolite stay two',
      [
        ['FEN', 'negative'],
        ['NFEN', 'presumptive-positive'],
      ],
      [
        ['FEN', 'FEN', 'negative'],
        ['NFEN', 'NFEN', 'presumptive-positive'],
      ],
    ],
  ])('%s', (_, given, result) => expect(merged(...given)).toEqual(result));
});
