import { expect, test } from 'vitest';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { nextDue, overlapping, runsOutOn, uncoveredDays, useOf, type AuthorizationFacts } from '#domain/episodes/authorizations.ts';
import { addDays, addHours, day, momentOf } from '#domain/calendar/calendar.ts';

const zone = 'America/Chicago';

const held = (on: string, hours: number, over: Partial<SessionFacts> = {}): SessionFacts => {
  const startsAt = momentOf(day(on), '18:00', zone);
  return {
    id: `${on} ${hours}`,
    service: 'group',
    startsAt,
    endsAt: addHours(startsAt, hours),
    breaks: [],
    cancelledByProgram: false,
    status: 'present',
    arrivedAt: null,
    leftAt: null,
    telehealth: false,
    makeUp: false,
    ...over,
  };
};

const authorized = (over: Partial<AuthorizationFacts> = {}): AuthorizationFacts => ({
  id: 'a',
  payer: 'Prairie Mutual',
  number: 'PM-1',
  unit: 'days',
  quantity: 12,
  from: day('2026-11-01'),
  to: day('2026-11-30'),
  nextReviewOn: null,
  needsNoMore: false,
  ...over,
});

const attended = [
  held('2026-10-31', 3),
  held('2026-11-03', 3),
  held('2026-11-05', 2.75),
  held('2026-11-07', 3, { status: 'absent' }),
  held('2026-11-10', 3, { status: 'late' }),
  held('2026-11-12', 3, { status: null }),
  held('2026-12-01', 3),
];

const now = momentOf(day('2026-12-20'), '08:00', zone);

test.each<[AuthorizationFacts['unit'], number, number, number]>([
  ['days', 1, 11, 0],
  ['hours', 5.75, 6.25, 0],
  ['units', 23, 0, 11],
])('%s are used and left by what was delivered inside it, and what is over is said', (unit, used, left, over) => {
  const use = useOf(authorized({ unit }), attended, now, zone);
  expect([use.used, use.left, use.over]).toEqual([used, left, over]);
});

test('a date of which something isn’t known is listed with its sessions, one that nobody marked too', () => {
  expect(useOf(authorized(), attended, now, zone).notKnown).toEqual([
    { on: '2026-11-10', sessions: 1 },
    { on: '2026-11-12', sessions: 1 },
  ]);
});

test('a session that is still to come is not unknown', () => {
  expect(useOf(authorized(), attended, momentOf(day('2026-11-11'), '08:00', zone), zone).notKnown).toEqual([
    { on: '2026-11-10', sessions: 1 },
  ]);
});

test.each<[AuthorizationFacts['unit'], number, number]>([
  ['days', 1, 0],
  ['hours', 4, 1],
  ['units', 16, 1],
])('%s count what is known of a date, and list it while the rest could change them', (unit, used, listed) => {
  const sessions = [
    held('2026-11-10', 3),
    held('2026-11-10', 1, { startsAt: momentOf(day('2026-11-10'), '09:00', zone), endsAt: momentOf(day('2026-11-10'), '10:00', zone) }),
    held('2026-11-10', 2, { id: 'unmarked', status: null }),
  ];
  const use = useOf(authorized({ unit }), sessions, now, zone);
  expect([use.used, use.notKnown.length]).toEqual([used, listed]);
});

const pace = ['03', '05', '07', '10', '12', '14', '17', '19', '21'].map((on) => held(`2026-11-${on}`, 3));

test.each<[string, AuthorizationFacts, readonly SessionFacts[], string | null]>([
  ['three a week with 1 of 10 left', authorized({ quantity: 10 }), pace, '2026-11-25'],
  ['three a week with enough to its end', authorized({ quantity: 15 }), pace, null],
  ['nothing left', authorized({ quantity: 9 }), pace, null],
  ['no care yet, so no pace', authorized(), [], null],
  ['less than a week says nothing', authorized({ from: day('2026-11-18'), quantity: 4 }), pace, null],
  ['past its end', authorized({ to: day('2026-11-22') }), pace, null],
])('runs out: %s', (_, one, sessions, on) => {
  expect(runsOutOn(one, useOf(one, sessions, now, zone), day('2026-11-23'))).toBe(on);
});

test('days of care without an authorization in force are named, and mutual help, cancelled and missed ones are no care', () => {
  const days = [...attended, held('2026-10-30', 3, { service: 'mutual-help' }), held('2026-10-29', 3, { cancelledByProgram: true })];
  expect(uncoveredDays([authorized()], days, zone)).toEqual(['2026-10-31', '2026-12-01']);
});

test.each<[string, Parameters<typeof overlapping>[0], boolean]>([
  [
    'the same payer, in other letters, on its last day',
    { id: null, payer: 'prairie mutual', from: day('2026-11-30'), to: day('2026-12-30') },
    true,
  ],
  ['the day after', { id: null, payer: 'Prairie Mutual', from: day('2026-12-01'), to: day('2026-12-30') }, false],
  ['another payer', { id: null, payer: 'Lakeshore', from: day('2026-11-15'), to: day('2026-12-30') }, false],
  ['itself, changed', { id: 'a', payer: 'Prairie Mutual', from: day('2026-11-01'), to: day('2026-12-30') }, false],
])('overlap: %s', (_, wanted, shares) => expect(overlapping(wanted, [authorized()]) !== null).toBe(shares));

const today = day('2026-11-23');
const following = authorized({ id: 'b', number: 'PM-2', from: day('2026-12-01'), to: day('2026-12-30') });

test.each<[string, AuthorizationFacts[], [string, string] | null]>([
  ['the end, where no review is set', [authorized()], ['a', '2026-11-30']],
  ['the review before the end', [authorized({ nextReviewOn: day('2026-11-25') })], ['a', '2026-11-25']],
  ['a review after the end counts as the end', [authorized({ nextReviewOn: day('2026-12-25') })], ['a', '2026-11-30']],
  ['nothing, where the next one follows on', [authorized(), following], null],
  ['the review still, where the next one follows on', [authorized({ nextReviewOn: day('2026-11-25') }), following], ['a', '2026-11-25']],
  [
    'the end, where the next one leaves a day between',
    [authorized(), { ...following, from: addDays(following.from, 1) }],
    ['a', '2026-11-30'],
  ],
  ['one that ended and nothing followed', [authorized({ to: day('2026-11-10') })], ['a', '2026-11-10']],
  ['nothing, where no more is needed', [authorized({ needsNoMore: true })], null],
  ['nothing, where it has not begun', [following], null],
  ['nothing, where there is none', [], null],
])('what is due: %s', (_, all, due) => {
  const found = nextDue(all, today);
  expect(found === null ? null : [found.authorization.id, found.by]).toEqual(due);
});
