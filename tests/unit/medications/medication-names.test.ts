import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#domain/calendar/calendar.ts';
import { analyteOf, isOpioid } from '#domain/drug-screens/analytes.ts';
import { interpret, specimenTypes, type Expectation } from '#domain/drug-screens/interpret.ts';
import { crossReactions, crossReactionsWith } from '#domain/medications/cross-reactions.ts';
import { defaultExpectationRules as rules } from '#domain/medications/expectation-rules.ts';
import { expectationOf, isKnownMedication, rulesFor, type ExpectationRule, type Medication } from '#domain/medications/expectation.ts';
import { isMedicationName, medicationsIn } from '#domain/medications/medication-names.ts';
import { medicationVocabulary } from '#domain/medications/medication-vocabulary.ts';
import { isForOpioidUse, isNaltrexone } from '#domain/medications/opioid-medications.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';
import { safetyOpenings } from '#domain/safety/safety-clock.ts';

const started = day('2026-06-01');
const takes = (name: string, over: Partial<Medication> = {}): Medication => ({
  name,
  dose: null,
  startedOn: started,
  endedOn: null,
  verified: { until: null },
  ...over,
});

describe('which medications a written name stands for', () => {
  test.each<[string, string | null, readonly string[]]>([
    ['OxyContin', null, ['oxycodone']],
    ['Percocet 5/325', null, ['oxycodone']],
    ['Norco 5/325', null, ['hydrocodone']],
    ['bup/nx', null, ['buprenorphine', 'naloxone']],
    ['Suboxone film 8-2 mg', null, ['buprenorphine']],
    ['Belbuca', null, ['buprenorphine, low dose for pain']],
    ['Sublocade', '300 mg', ['buprenorphine, extended-release']],
    ['buprenorphine ER injection', null, ['buprenorphine, extended-release']],
    ['buprenorphine', '100 mg monthly', ['buprenorphine, extended-release']],
    ['XR-bup', null, ['buprenorphine, extended-release']],
    ['buprenorphine patch', '10 mcg/h', ['buprenorphine, low dose for pain']],
    ['buprenorphine', '8 mg', ['buprenorphine']],
    ['naltrexone', '380 mg monthly', ['naltrexone, extended-release']],
    ['naltrexone', '50 mg', ['naltrexone']],
    ['Vivitrol', null, ['naltrexone, extended-release']],
    ['MS Contin', null, ['morphine']],
    ['Ultram', null, ['tramadol']],
    ['Mydayis', null, ['amphetamine']],
    ['mixed amphetamine salts', null, ['amphetamine']],
    ['methamphetamine', null, ['methamphetamine']],
    ['fentanyl patch', null, ['fentanyl']],
    ['Tylenol #3', null, ['codeine']],
    ['Tylenol with codeine', null, ['acetaminophen', 'codeine']],
    ['Tylenol', null, ['acetaminophen']],
    ['butalbital-APAP-caffeine-codeine', null, ['butalbital', 'acetaminophen', 'codeine']],
    ['Contrave', null, ['naltrexone', 'bupropion']],
    ['Wellbutrin XL', null, ['bupropion']],
    ['LORAZEPAM 0.5mg', null, ['lorazepam']],
    ['zqlorazepam', null, []],
    ['Something New', null, []],
    ['', null, []],
  ])('%s, %s: %j', (written, dose, medications) => expect(medicationsIn(written, dose)).toEqual(medications));

  test('every name of the vocabulary finds its own entry', () => {
    const lost = medicationVocabulary.flatMap(({ name, names }) => [name, ...names].filter((one) => !medicationsIn(one).includes(name)));
    expect(lost).toEqual([]);
  });

  test('a name of the program’s own comes before the vocabulary, and is no reason to forget the rest of a combination', () => {
    expect(medicationsIn('Percocet/ibuprofen', null, ['percocet'])).toEqual(['percocet', 'ibuprofen']);
    expect(medicationsIn('Newdrug 5 mg', null, ['newdrug'])).toEqual(['newdrug']);
  });
});

test('every row of the map speaks of a medication and an analyte of the vocabularies', () => {
  expect([...new Set(rules.map(({ medication }) => medication))].filter((name) => !isMedicationName(name))).toEqual([]);
  expect([...new Set(rules.map(({ analyte }) => analyte))].filter((code) => analyteOf(code) !== code)).toEqual([]);
  const cells = rules.map(({ medication, analyte, specimen }) => `${medication} ${analyte} ${specimen}`);
  expect(new Set(cells).size).toBe(cells.length);
});

test.each<[string, boolean]>([
  ['OxyContin', true],
  ['sertraline', true],
  ['acamprosate', true],
  ['Something New', false],
])('%s is known, even where it shows nothing: %s', (name, known) => expect(isKnownMedication({ name }, rules)).toBe(known));

test.each<[string, forOpioidUse: boolean, naltrexone: boolean]>([
  ['bupe', true, false],
  ['Brixadi', true, false],
  ['methadone', true, false],
  ['Vivitrol', false, true],
  ['OxyContin', false, false],
])('%s is a medication for opioid use: %s, naltrexone: %s', (name, forOpioidUse, naltrexone) => {
  expect([isForOpioidUse({ name, dose: null }, rules), isNaltrexone({ name, dose: null })]).toEqual([forOpioidUse, naltrexone]);
});

describe('what medications under other names should show', () => {
  const lab = { specimen: 'urine-lab', panelId: null } as const;
  test.each<[string, string, Expectation]>([
    ['OxyContin', 'OXY', 'should-show'],
    ['OxyContin', 'OXM', 'may-show'],
    ['OxyContin', 'HYM', 'wont-show'],
    ['Norco', 'HYM', 'may-show'],
    ['MS Contin', 'OPI', 'should-show'],
    ['MS Contin', 'HYM', 'may-show'],
    ['fentanyl patch', 'NFEN', 'should-show'],
    ['Sublocade', 'NBUP', 'should-show'],
    ['Belbuca', 'BUP', 'may-show'],
    ['Ativan', 'LOR', 'may-show'],
    ['Valium', 'TEM', 'may-show'],
    ['Desoxyn', 'AMP', 'may-show'],
    ['Concerta', 'AMP', 'wont-show'],
    ['tramadol', 'FEN', 'wont-show'],
    ['trazodone', 'FEN', 'wont-show'],
    ['bupropion', 'AMP', 'wont-show'],
    ['Vivitrol', 'OPI', 'wont-show'],
  ])('%s and %s: %s', (name, analyte, expectation) =>
    expect(expectationOf(analyte, lab, [takes(name)], rules, day('2026-07-01')).expectation).toBe(expectation),
  );

  test('a depot may show for half a year after the last injection, a tablet for ten days', () => {
    const stopped = (name: string) => [takes(name, { endedOn: day('2026-06-10') })];
    const on = day('2026-09-10');
    expect(['Sublocade', 'Suboxone'].map((name) => expectationOf('BUP', lab, stopped(name), rules, on).expectation)).toEqual([
      'may-show',
      'wont-show',
    ]);
  });
});

const readable = specimenTypes.filter((specimen) => specimen !== 'breath-alcohol');

/** A row of the map on its own specimen or one that the map says nothing of, a name under which its medication is written, and a day on which it is in the body. */
const explained = tuple(
  constantFrom(...rules),
  constantFrom(...readable),
  integer({ min: 0, max: 1_000 }),
  integer({ min: 0, max: 40 }),
).map(([row, other, name, days]) => {
  const isSaid = rules.some(
    ({ medication, analyte, specimen }) => medication === row.medication && analyte === row.analyte && specimen === other,
  );
  const isUrine = other.startsWith('urine');
  const rule = isSaid || isUrine ? row : { ...row, specimen: other };
  const entry = medicationVocabulary.find((one) => one.name === rule.medication);
  const names = [rule.medication, ...(entry?.names ?? [])].filter((one) => medicationsIn(one).includes(rule.medication));
  return { rule, name: names[name % names.length] ?? rule.medication, on: addDays(started, days) };
});
const found = ({ analyte, specimen }: ExpectationRule, medications: readonly Medication[], on = started) => {
  const { expectation } = expectationOf(analyte, { specimen, panelId: null }, medications, rules, on);
  return (['presumptive-positive', 'confirmed-positive'] as const).map((result) => interpret(result, 'valid', expectation));
};

test('no positive under a verified medication, or its metabolite, is unexpected', () =>
  assert(
    property(explained, ({ rule, name, on }) =>
      found(rule, [takes(name)], on).every((finding) => finding === 'consistent-with-medication'),
    ),
  ));

test('nor while it clears', () =>
  assert(
    property(explained, ({ rule, name, on }) => {
      const last = addDays(on, -Math.min(rule.clearsAfterDays, 20));
      const ended = takes(name, { startedOn: addDays(last, -30), endedOn: last });
      return found(rule, [ended], on).every((finding) => finding === 'consistent-with-medication');
    }),
  ));

test('one that was only reported, or verified for a time that is over, explains nothing, and an opioid keeps its clock', () =>
  assert(
    property(explained, ({ rule, name, on }) =>
      [null, { until: addDays(on, -1) }].every((verified) => {
        const read = found(rule, [takes(name, { verified })], on);
        const analytes = read.map((finding) => ({ analyte: rule.analyte, finding }));
        const clock = safetyOpenings(
          { item9: null, breathAlcohol: null, analytes, opioidMedicationStopped: false, returned: false, reported: [] },
          settings,
        );
        return read.every((finding) => finding === 'unexpected-positive') && clock.includes('unexpected-opioid') === isOpioid(rule.analyte);
      }),
    ),
  ));

test('a reported medication is said as the reason, asks for nothing, and a verified one beside it counts', () => {
  const cup = { specimen: 'urine-cup', panelId: null } as const;
  const reported = expectationOf('OXY', cup, [takes('OxyContin', { verified: null })], rules, day('2026-07-01'));
  expect(reported).toMatchObject({ expectation: 'reported', because: { name: 'OxyContin', rule: 'taken' } });
  expect(interpret('negative', 'valid', 'reported')).toBe('as-expected');
  const both = [takes('OxyContin', { verified: null }), takes('oxycodone')];
  expect(expectationOf('OXY', cup, both, rules, day('2026-07-01')).expectation).toBe('should-show');
});

test('a medication that ended inside the time for which it was verified may still show after that time', () => {
  const ended = takes('oxycodone', { endedOn: day('2026-06-30'), verified: { until: day('2026-07-01') } });
  expect(expectationOf('OXY', { specimen: 'urine-cup', panelId: null }, [ended], rules, day('2026-07-03')).expectation).toBe('may-show');
});

describe('cross-reactions are hints', () => {
  const reactions = crossReactions.flatMap(({ analytes, medications }) =>
    analytes.flatMap((analyte) => medications.map((medication) => [analyte, medication] as const)),
  );

  test('each names a medication and an analyte of the vocabularies', () =>
    expect(reactions.filter(([analyte, medication]) => analyteOf(analyte) !== analyte || !isMedicationName(medication))).toEqual([]));

  test('each stays unexpected on every specimen, under every name', () =>
    assert(
      property(
        constantFrom(...reactions),
        constantFrom(...specimenTypes),
        integer({ min: 0, max: 1_000 }),
        ([analyte, medication], specimen, at) => {
          const names = [medication, ...(medicationVocabulary.find(({ name }) => name === medication)?.names ?? [])];
          const list = [takes(names[at % names.length] ?? medication)];
          const { expectation } = expectationOf(analyte, { specimen, panelId: null }, list, rules, day('2026-07-01'));
          return expectation === 'wont-show' && interpret('presumptive-positive', 'valid', expectation) === 'unexpected-positive';
        },
      ),
    ));

  test.each<[string, string, Medication[], readonly string[]]>([
    ['bupropion can look like amphetamine', 'AMP', [takes('Wellbutrin XL')], ['Wellbutrin XL']],
    ['trazodone can look like fentanyl', 'FEN', [takes('trazodone'), takes('sertraline')], ['trazodone']],
    ['a few days after the last dose too', 'AMP', [takes('bupropion', { endedOn: day('2026-06-26') })], ['bupropion']],
    ['not for ever', 'AMP', [takes('bupropion', { endedOn: day('2026-06-20') })], []],
    ['not before the first dose', 'AMP', [takes('bupropion', { startedOn: day('2026-07-02') })], []],
    ['sertraline says nothing of fentanyl', 'FEN', [takes('sertraline')], []],
    ['nothing looks like cocaine', 'COC', [takes('bupropion'), takes('trazodone')], []],
  ])('%s', (_, analyte, medications, names) => expect(crossReactionsWith(analyte, medications, day('2026-07-01'))).toEqual(names));
});

test('what a program has said of a name replaces the vocabulary for that name alone', () => {
  const own: ExpectationRule = {
    medication: 'newdrug',
    analyte: 'OXY',
    specimen: 'urine-cup',
    panelId: null,
    expectation: 'should-show',
    appearsAfterDays: 0,
    clearsAfterDays: 4,
  };
  const map = [...rules, own];
  expect(rulesFor({ name: 'Newdrug 5 mg' }, map)).toEqual([own]);
  expect(isKnownMedication({ name: 'Newdrug 5 mg' }, map)).toBe(true);
  expect(rulesFor({ name: 'OxyContin' }, map)).toEqual(rulesFor({ name: 'oxycodone' }, rules));
});
