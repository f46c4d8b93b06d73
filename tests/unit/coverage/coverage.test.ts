import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { coverageProblem, isOn, type Coverage } from '#domain/coverage/coverage.ts';

const cover = (awayId: string, coveredBy: string, from: string, to: string): Coverage => ({
  id: `${awayId} ${coveredBy} ${from}`,
  awayId,
  coveredBy,
  from: day(from),
  to: day(to),
});
const known = [cover('ortiz', 'haile', '2026-11-23', '2026-12-04')];

test.each<[string, Coverage, string | null]>([
  ['somebody else in those days', cover('novak', 'okoye', '2026-11-23', '2026-12-04'), null],
  ['two covered by one', cover('novak', 'haile', '2026-11-30', '2026-12-02'), null],
  ['the day after', cover('ortiz', 'okoye', '2026-12-05', '2026-12-06'), null],
  ['oneself', cover('novak', 'novak', '2026-11-23', '2026-11-24'), 'oneself'],
  ['covered already on its last day', cover('ortiz', 'okoye', '2026-12-04', '2026-12-08'), 'covered-already'],
  ['covered by somebody who is away', cover('novak', 'ortiz', '2026-11-20', '2026-11-23'), 'away-too'],
  ['away while covering', cover('haile', 'okoye', '2026-12-01', '2026-12-02'), 'covers-others'],
])('%s', (_, wanted, kind) => expect(coverageProblem(wanted, known)?.kind ?? null).toBe(kind));

test('a coverage changed doesn’t stand in its own way', () => {
  expect(coverageProblem({ ...cover('ortiz', 'okoye', '2026-11-23', '2026-12-01'), id: known[0]?.id ?? '' }, known)).toBeNull();
});

test('the first and the last day are covered', () => {
  const [one] = known;
  expect(['2026-11-22', '2026-11-23', '2026-12-04', '2026-12-05'].map((on) => one !== undefined && isOn(one, day(on)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
