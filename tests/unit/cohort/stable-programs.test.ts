import { expect, test } from 'vitest';
import { addDays, day } from '#domain/calendar/calendar.ts';
import { chartOf } from '#domain/cohort/trends.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import { chances, rulesSpeak, stableWeeks, type Counted } from '#kit/stable-processes.ts';

const mondays = Array.from({ length: 300 }, (_, index) => addDays(day('2020-01-06'), index * 7));
const looks = 600;

/** A program of some size is looked at, each time another one, after 14 to 260 weeks in which nothing changed. */
function lookedAt(kind: MeasureKind, weeksOf: (weeks: number, chance: () => number) => readonly Counted[]) {
  const chance = chances(7);
  const found = { signal: 0, improved: 0, byRules: 0, promised: 0 };
  for (let look = 0; look < looks; look += 1) {
    const counted = weeksOf(14 + Math.floor(chance() * 246), chance);
    const weeks = counted.map((week, index) => ({ week: mondays[index] ?? day('2020-01-06'), ...week }));
    const { trend } = chartOf(kind, weeks, 0.8);
    if ('rule' in trend.variation) found.signal += 1;
    if (trend.variation.kind === 'improvement') found.improved += 1;
    if (trend.assurance === 'will-meet' || trend.assurance === 'will-miss') found.promised += 1;
    if (rulesSpeak(counted)) found.byRules += 1;
  }
  return {
    signal: found.signal / looks,
    improved: found.improved / looks,
    byRules: found.byRules / looks,
    promised: found.promised / looks,
  };
}

// What chance leaves open between two shares of so many looks.
const margin = 0.012;

test.each([5, 12, 25, 60].flatMap((n) => [0.5, 0.8, 0.92].map((share) => [n, share] as const)))(
  '%i a week at %d, and nothing changed: no more verdicts than the rules give on limits that nobody cut',
  (n, share) => {
    const found = lookedAt('answered', (weeks, chance) => stableWeeks(weeks, share, () => n, chance));
    expect(found.signal).toBeLessThanOrEqual(found.byRules + margin);
    expect(found.signal).toBeLessThan(0.06);
    expect(found.improved).toBeLessThan(0.035);
  },
  60_000,
);

test('5 a week at 92%: the rules week by week would see something in one look of twelve, and these charts hardly ever do', () => {
  const found = lookedAt('answered', (weeks, chance) => stableWeeks(weeks, 0.92, () => 5, chance));
  expect(found.byRules).toBeGreaterThan(0.06);
  expect(found.signal).toBeLessThan(0.02);
}, 60_000);

test.each([
  [10, 0.8],
  [30, 0.92],
])(
  'weeks of different sizes, some of them empty, around %i at %d: the same',
  (n, share) => {
    const found = lookedAt('collected', (weeks, chance) =>
      stableWeeks(weeks, share, () => (chance() < 0.1 ? 0 : Math.round(n * (0.5 + chance()))), chance),
    );
    expect(found.signal).toBeLessThanOrEqual(found.byRules + margin);
    expect(found.signal).toBeLessThan(0.06);
  },
  60_000,
);

test('everything, always, at any size: never a verdict, and never a promise', () => {
  for (const kind of ['answered', 'hours'] as const) {
    const found = lookedAt(kind, (weeks) => Array.from({ length: weeks }, () => ({ numerator: 20, denominator: 20 })));
    expect(found).toMatchObject({ signal: 0, promised: 0 });
  }
}, 60_000);
