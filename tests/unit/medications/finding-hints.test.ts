import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import type { Expectation, Finding, FindingHint, Result } from '#domain/drug-screens/interpret.ts';
import { defaultExpectationRules as rules } from '#domain/medications/expectation-rules.ts';
import type { ExpectationCause } from '#domain/medications/expectation-cause.ts';
import type { Medication } from '#domain/medications/expectation.ts';
import { hintsFor } from '#domain/medications/finding-hints.ts';
import { hintSentences } from '#domain/medications/words.ts';

const on = day('2026-07-01');
const takes = (name: string, over: Partial<Medication> = {}): Medication => ({
  name,
  dose: null,
  startedOn: day('2026-06-01'),
  endedOn: null,
  verified: { until: null },
  ...over,
});
const because: ExpectationCause = { name: 'OxyContin', dose: null, startedOn: day('2026-06-01'), rule: 'taken' };
const reading = (analyte: string, over: { result?: Result; finding?: Finding; expectation?: Expectation } = {}) => ({
  analyte,
  result: over.result ?? ('presumptive-positive' as const),
  finding: over.finding ?? ('unexpected-positive' as const),
  expectation: over.expectation ?? ('wont-show' as const),
  because: over.expectation === 'reported' ? because : null,
});

test.each<[string, Parameters<typeof hintsFor>[0], Medication[], FindingHint[]]>([
  ['what looks like it', reading('AMP'), [takes('bupropion')], [{ kind: 'cross-reaction', medication: 'bupropion' }]],
  ['nothing looks like what a laboratory confirmed', reading('AMP', { result: 'confirmed-positive' }), [takes('bupropion')], []],
  [
    'what was only reported',
    reading('OXY', { expectation: 'reported' }),
    [takes('OxyContin', { verified: null })],
    [{ kind: 'not-verified', medication: 'OxyContin' }],
  ],
  [
    'a medication that nobody knows, beside whatever was found',
    reading('COC'),
    [takes('Newdrug')],
    [{ kind: 'no-rules', medication: 'Newdrug' }],
  ],
  ['not one that had ended', reading('COC'), [takes('Newdrug', { endedOn: day('2026-06-30') })], []],
  ['nor one that is known to show nothing', reading('COC'), [takes('sertraline'), takes('acamprosate')], []],
  [
    'each once',
    reading('COC'),
    [takes('Newdrug', { endedOn: on }), takes('Newdrug', { startedOn: on })],
    [{ kind: 'no-rules', medication: 'Newdrug' }],
  ],
  [
    'all of them',
    reading('FEN'),
    [takes('trazodone'), takes('Newdrug')],
    [
      { kind: 'cross-reaction', medication: 'trazodone' },
      { kind: 'no-rules', medication: 'Newdrug' },
    ],
  ],
  [
    'nothing beside what is explained',
    reading('AMP', { finding: 'consistent-with-medication' }),
    [takes('bupropion'), takes('Newdrug')],
    [],
  ],
  ['nor beside a missing medication', reading('BUP', { finding: 'prescribed-not-detected', result: 'negative' }), [takes('Newdrug')], []],
])('%s', (_, one, medications, hints) => expect(hintsFor(one, medications, rules, on)).toEqual(hints));

test('hints are said in a sentence each, and blame nobody', () =>
  expect(
    hintSentences([
      { kind: 'cross-reaction', medication: 'bupropion' },
      { kind: 'not-verified', medication: 'OxyContin' },
      { kind: 'no-rules', medication: 'Newdrug' },
      { kind: 'cross-reaction', medication: 'bupropion' },
    ]),
  ).toEqual([
    'Bupropion can cause this; confirm at the lab.',
    'OxyContin would show this; it is reported, not verified yet.',
    'No rules for Newdrug yet: what it shows is not known.',
  ]));
