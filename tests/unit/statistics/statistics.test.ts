import { array, assert, boolean, constantFrom, double, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulativeIncidence, incidenceAt } from '#domain/statistics/competing-risks.ts';
import { goalAttainment, goalAttainmentChange } from '#domain/statistics/goal-attainment.ts';
import { wilson } from '#domain/statistics/proportions.ts';
import { suppressed } from '#domain/statistics/suppression.ts';
import { kaplanMeier, medianOf, quantileOf, survivalAt } from '#domain/statistics/survival.ts';

const people = array(record({ time: integer({ min: 0, max: 60 }), event: boolean() }), { minLength: 1, maxLength: 40 });

describe('survival', () => {
  test('without censoring it is the share still there', () => {
    const curve = kaplanMeier([2, 4, 6, 8].map((time) => ({ time, event: true })));
    expect([0, 2, 5, 8].map((time) => survivalAt(curve, time))).toEqual([1, 0.75, 0.5, 0]);
    expect(medianOf(curve).median).toBe(4);
  });
  test('an open item moves the median: dropping it would flatter', () => {
    const answered = [10, 20, 30].map((time) => ({ time, event: true }));
    const open = [40, 50].map((time) => ({ time, event: false }));
    expect(medianOf(kaplanMeier(answered)).median).toBe(20);
    expect(medianOf(kaplanMeier([...answered, ...open])).median).toBe(30);
  });
  test('the median of any number of times is the first by which half of them had come', () => {
    for (let n = 1; n <= 400; n += 1) {
      const curve = kaplanMeier(Array.from({ length: n }, (_, index) => ({ time: index + 1, event: true })));
      expect([n, medianOf(curve).median]).toEqual([n, Math.ceil(n / 2)]);
    }
  });
  test('nine of ten are reached with the ninth, and half of those who are mostly open are never reached', () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ time: index + 1, event: true }));
    expect(quantileOf(kaplanMeier(ten), 0.9)).toBe(9);
    expect(medianOf(kaplanMeier([...ten.slice(0, 4), ...ten.slice(4).map(({ time }) => ({ time, event: false }))])).median).toBeNull();
  });
  test('nobody watched longer is not known', () => expect(survivalAt(kaplanMeier([{ time: 30, event: false }]), 60)).toBeNull());
  test('never rises, and its limits hold it', () =>
    assert(
      property(people, (observed) => {
        const curve = kaplanMeier(observed);
        return curve.every(
          ({ survival, low, high }, index) =>
            survival <= (curve[index - 1]?.survival ?? 1) &&
            (low === null || low <= survival + 1e-9) &&
            (high === null || high >= survival - 1e-9),
        );
      }),
    ));
});

describe('competing risks', () => {
  test('with one cause it is 1 less the survival curve', () =>
    assert(
      property(people, (observed) => {
        const curve = kaplanMeier(observed);
        const steps = cumulativeIncidence(
          observed.map(({ time, event }) => ({ time, cause: event ? 'left' : null })),
          'left',
        );
        return curve.every(({ survival, standardError }, index) => {
          const step = steps[index];
          const same = step !== undefined && Math.abs(1 - survival - step.incidence) < 1e-9;
          return same && (survival === 0 || Math.abs((step?.standardError ?? 0) - standardError) < 0.05);
        });
      }),
    ));
  test('left early, completed and still here add up to everybody', () =>
    assert(
      property(
        array(record({ time: integer({ min: 0, max: 60 }), cause: constantFrom('left', 'completed', null) }), {
          minLength: 1,
          maxLength: 40,
        }),
        (observed) => {
          const all = kaplanMeier(observed.map(({ time, cause }) => ({ time, event: cause !== null })));
          const [left, completed] = ['left', 'completed'].map((cause) => incidenceAt(cumulativeIncidence(observed, cause), 60));
          return Math.abs((left ?? 0) + (completed ?? 0) + (all.at(-1)?.survival ?? 1) - 1) < 1e-9;
        },
      ),
    ));
  test('counting completers as censored would overstate leaving', () => {
    const observed = [
      { time: 10, cause: 'left' },
      { time: 20, cause: 'completed' },
      { time: 30, cause: 'completed' },
      { time: 40, cause: 'left' },
    ];
    const censored = kaplanMeier(observed.map(({ time, cause }) => ({ time, event: cause === 'left' })));
    expect(incidenceAt(cumulativeIncidence(observed, 'left'), 40)).toBe(0.5);
    expect(1 - (survivalAt(censored, 40) ?? 1)).toBe(1);
  });
});

describe('intervals and scores', () => {
  // Newcombe 1998, table I: 81 of 263 and 15 of 148 by the score method.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [29, 29, 0.883, 1],
  ])('%i of %i', (k, n, low, high) => {
    expect(wilson(k, n)?.low).toBeCloseTo(low, 4);
    expect(wilson(k, n)?.high).toBeCloseTo(high, 4);
  });
  test('none of none has no interval', () => expect(wilson(0, 0)).toBeNull());

  test('goal attainment reports the change over goals rated at both dates', () => {
    const change = goalAttainmentChange([
      { before: -1, after: 0, weight: 1 },
      { before: -1, after: 1, weight: 1 },
      { before: -1, after: null, weight: 1 },
    ]);
    expect(change?.before).toBeCloseTo(37.6, 2);
    expect(change?.after).toBeCloseTo(56.2, 2);
    expect(change?.change).toBeCloseTo(18.605, 3);
  });
  test('no rating is no score', () => expect(goalAttainment([{ level: null, weight: 1 }])).toBeNull());
  test('everything as expected is 50, whatever the weights', () =>
    assert(
      property(
        array(double({ min: 0.1, max: 9, noNaN: true }), { minLength: 1 }),
        (weights) => goalAttainment(weights.map((weight) => ({ level: 0, weight }))) === 50,
      ),
    ));
});

describe('suppression of small groups', () => {
  const groups = (...sizes: number[]) => sizes.map((n, index) => ({ key: String(index), n }));
  test.each<[string, number[], (number | null)[]]>([
    ['eleven is shown', [11, 40], [11, 40]],
    ['one small group takes the next smallest with it', [7, 30, 40], [null, null, 40]],
    ['two small groups hide each other', [7, 6, 40], [null, null, 40]],
    ['two that together are under eleven take a third', [1, 2, 30, 40], [null, null, null, 40]],
    ['two groups, one small: nothing is shown', [3, 80], [null, null]],
    ['none is few too', [0, 20, 40], [null, null, 40]],
  ])('%s', (_, sizes, shown) => expect(suppressed(groups(...sizes), 11).map(({ n }) => n)).toEqual(shown));

  test('what is hidden is named, so that a chart can say why', () =>
    expect(suppressed(groups(7, 30, 40), 11).map(({ hidden }) => hidden)).toEqual(['few', 'complementary', null]));

  test('no small group can be had from the total', () =>
    assert(
      property(array(integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 8 }), (sizes) => {
        const cells = suppressed(groups(...sizes), 11);
        const hidden = sizes.filter((_, index) => cells[index]?.n === null);
        const derivable = sizes.reduce((sum, n) => sum + n, 0) - cells.reduce((sum, { n }) => sum + (n ?? 0), 0);
        const allHidden = hidden.length === sizes.length;
        return hidden.length === 0 || allHidden || (hidden.length >= 2 && derivable >= 11);
      }),
    ));
});
