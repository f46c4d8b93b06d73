import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { hoursDelivered, type HoursFact } from '#domain/cohort/measures.ts';
import { countedAs, tallyOf, type CohortRow } from '#domain/cohort/rows.ts';

const monday = day('2026-05-25');

const week = (
  delivered: number | null,
  offered: number | null,
  exclusion: CohortRow<HoursFact>['exclusion'] = null,
): CohortRow<HoursFact> => ({
  id: `${delivered}/${offered}`,
  clientId: 'a',
  on: monday,
  fact: { clientId: 'a', week: monday, delivered, offered },
  exclusion,
});

test.each([
  ['all that was offered', week(9, 9), { countStatus: 'met', reason: null }],
  ['more than was offered', week(12, 9), { countStatus: 'met', reason: null }],
  ['less than was offered', week(3, 9), { countStatus: 'not-met', reason: null }],
  ['none of what was offered', week(0, 9), { countStatus: 'not-met', reason: null }],
  ['a prescription nobody knows', week(9, null), { countStatus: 'left-out', reason: 'hours-unknown' }],
  ['nothing offered', week(0, 0, 'nothing-offered'), { countStatus: 'left-out', reason: 'nothing-offered' }],
])('a week with %s', (_, row, counted) => expect(countedAs(row, hoursDelivered)).toEqual(counted));

test('the rows of a tally stand as often as its number says', () => {
  expect(tallyOf([week(12, 9), week(3, 9), week(null, 9), week(0, 0, 'nothing-offered')], hoursDelivered)).toEqual({
    numerator: 12,
    denominator: 18,
    excluded: [
      { reason: 'hours-unknown', count: 1 },
      { reason: 'nothing-offered', count: 1 },
    ],
    separate: [],
    people: 1,
    met: 1,
    notMet: 1,
    leftOut: 2,
  });
});
