import { array, assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, momentOf, type OpenDays } from '#domain/calendar/calendar.ts';
import { adjustmentFor, signDueAt, talkDueAt, type AdjustmentQuestion } from '#domain/adjustments/open.ts';
import { collectionOutcomes, findings, validities, type Finding, type Validity } from '#domain/drug-screens/interpret.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const zone = 'America/Chicago';
const open: OpenDays = { weekdays: [1, 2, 3, 4, 5, 6], closed: [], closesAt: '17:00' };
const now = momentOf(day('2026-11-21'), '20:20', zone);

type Open = AdjustmentQuestion['openAdjustments'][number];
const held = (analytes: readonly string[], followUpOn: string | null = null, id = 'a2'): Open => ({
  id,
  trigger: 'screen',
  analytes,
  followUpOn: followUpOn === null ? null : day(followUpOn),
});

const answer = (
  found: readonly (readonly [string, Finding])[],
  openAdjustments: readonly Open[] = [],
  screen: Partial<AdjustmentQuestion['screen']> = {},
) =>
  adjustmentFor({
    screen: { outcome: 'collected', validity: 'valid', reason: null, adjustmentId: null, ...screen },
    findings: found.map(([analyte, finding]) => ({ analyte, finding })),
    openAdjustments,
    now,
    settings,
    zone,
    open,
  });

describe('a result received on Saturday 21 November at 8:20 pm', () => {
  test('asks for a talk by the close of Monday and a signature by the close of Wednesday', () => {
    expect(talkDueAt(now, settings, zone, open)).toBe(momentOf(day('2026-11-23'), '17:00', zone));
    expect(signDueAt(now, settings, zone, open)).toBe(momentOf(day('2026-11-25'), '17:00', zone));
  });
  test('waits over a closure', () =>
    expect(talkDueAt(now, settings, zone, { ...open, closed: [day('2026-11-23')] })).toBe(momentOf(day('2026-11-24'), '17:00', zone)));
});

describe('what a collection event asks of the care plan', () => {
  const cocaine = ['COC', 'unexpected-positive'] as const;
  const fentanyl = ['FEN', 'unexpected-positive'] as const;
  const noBuprenorphine = ['BUP', 'prescribed-not-detected'] as const;

  test.each<
    [string, readonly (readonly [string, Finding])[], readonly Open[], opens: readonly string[] | null, attaches: readonly string[]]
  >([
    ['cocaine opens one', [cocaine], [], ['COC'], []],
    ['two findings of one cup open one', [cocaine, noBuprenorphine], [], ['COC', 'BUP'], []],
    ['cocaine again joins the open one', [cocaine], [held(['COC'])], null, ['a2']],
    ['cocaine again before the follow-up joins', [cocaine], [held(['COC'], '2026-11-27')], null, ['a2']],
    ['cocaine on the follow-up date opens a new one', [cocaine], [held(['COC'], '2026-11-21')], ['COC'], []],
    ['cocaine after the follow-up opens a new one', [cocaine], [held(['COC'], '2026-11-10')], ['COC'], []],
    ['a new analyte opens a new one', [cocaine], [held(['AMP'])], ['COC'], []],
    ['an opioid again joins too: its safety clock is another matter', [fentanyl], [held(['FEN'])], null, ['a2']],
    ['an opioid on the follow-up date opens a new one', [fentanyl], [held(['FEN'], '2026-11-21')], ['FEN'], []],
    ['a missing medication again joins', [noBuprenorphine], [held(['BUP'])], null, ['a2']],
    ['a repeat beside a new analyte is held by the new one', [cocaine, fentanyl], [held(['COC'])], ['COC', 'FEN'], []],
    ['repeats of two join both', [cocaine, ['AMP', 'unexpected-positive']], [held(['COC']), held(['AMP'], null, 'a1')], null, ['a2', 'a1']],
    ['as expected opens nothing', [['COC', 'as-expected']], [], null, []],
    ['baseline opens nothing', [['THC', 'baseline']], [], null, []],
    ['carry-over opens nothing', [['THC', 'carry-over']], [], null, []],
    ['an agreed non-target opens nothing', [['THC', 'non-target']], [], null, []],
    ['explained opens nothing', [['AMP', 'explained']], [], null, []],
    ['pending opens nothing yet', [['ETG', 'pending']], [], null, []],
  ])('%s', (_, found, openAdjustments, opens, attaches) => {
    const answered = answer(found, openAdjustments);
    expect(answered.opens?.analytes ?? null).toEqual(opens);
    expect(answered.attaches.map(({ adjustmentId }) => adjustmentId)).toEqual(attaches);
  });

  test('a repeat names what attaches', () =>
    expect(answer([cocaine], [held(['COC'])]).attaches).toEqual([{ adjustmentId: 'a2', analytes: ['COC'] }]));

  test('a later result of the same event joins the adjustment that the event already has', () =>
    expect(answer([cocaine, ['ETG', 'unexpected-positive']], [held(['COC'], null, 'a3')], { adjustmentId: 'a3' })).toMatchObject({
      opens: null,
      attaches: [{ adjustmentId: 'a3', analytes: ['ETG'] }],
    }));
});

describe('a specimen that is not valid', () => {
  test.each<Validity>(['substituted', 'adulterated', 'invalid'])('%s opens one about the specimen, and keeps it for the lab', (validity) =>
    expect(answer([['COC', 'not-interpretable']], [], { validity }).opens).toMatchObject({
      wording: 'specimen-not-valid',
      analytes: [],
      keepsSpecimen: true,
    }),
  );
  test('leaked only asks for another', () =>
    expect(answer([], [], { validity: 'invalid', reason: 'leaked' })).toMatchObject({ opens: null, asksRecollect: true }));
  test('a second one joins the first', () => expect(answer([], [held([])], { validity: 'invalid' }).attaches[0]?.adjustmentId).toBe('a2'));
});

test.each(['declined', 'unable', 'not-collected', 'excused', 'cancelled-by-program'] as const)('%s opens nothing', (outcome) =>
  expect(answer([], [], { outcome, validity: null })).toEqual({ opens: null, attaches: [], asksRecollect: false }),
);

const anyQuestion = record({
  outcome: constantFrom(...collectionOutcomes),
  validity: constantFrom(...validities),
  found: array(record({ analyte: constantFrom('COC', 'FEN', 'BUP', 'THC'), finding: constantFrom(...findings) }), { maxLength: 6 }),
  opened: array(
    constantFrom(held(['COC']), held(['FEN', 'BUP'], '2026-11-27', 'a1'), held(['THC'], '2026-11-01', 'a0'), held([], null, 'v')),
    { maxLength: 4 },
  ),
});

test('no result can do more than open one, attach, or ask for a recollect: phase, level and episode are out of its reach', () =>
  assert(
    property(anyQuestion, ({ outcome, validity, found, opened }) => {
      const answered = answer(
        found.map(({ analyte, finding }) => [analyte, finding] as const),
        opened,
        { outcome, validity },
      );
      expect(Object.keys(answered).toSorted()).toEqual(['asksRecollect', 'attaches', 'opens']);
      expect(answered.opens === null || answered.attaches.length === 0).toBe(true);
    }),
  ));

test('no unexpected finding on a usable specimen is left without an answer', () =>
  assert(
    property(anyQuestion, ({ found, opened }) => {
      const answered = answer(
        found.map(({ analyte, finding }) => [analyte, finding] as const),
        opened,
      );
      const answeredFor = [...(answered.opens?.analytes ?? []), ...answered.attaches.flatMap(({ analytes }) => analytes)];
      const unexpected = found.filter(({ finding }) => finding === 'unexpected-positive' || finding === 'prescribed-not-detected');
      return unexpected.every(({ analyte }) => answeredFor.includes(analyte));
    }),
  ));
