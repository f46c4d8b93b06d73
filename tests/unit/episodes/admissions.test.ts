import { expect, test } from 'vitest';
import { admissionSummary } from '#domain/episodes/admission-words.ts';
import { admissionOn, ageAllows, daysAway, type EarlierEpisode } from '#domain/episodes/admission.ts';
import { day, type Day } from '#domain/calendar/calendar.ts';
import { defaultSettings } from '#domain/programs/settings.ts';

const returned = day('2026-11-23');
const before = (lastServedOn: string | null, over: Partial<EarlierEpisode> = {}): EarlierEpisode => ({
  id: 'e1',
  openedOn: day('2026-06-08'),
  closedOn: day('2026-11-01'),
  closedBecause: 'chose-to-leave',
  lastServedOn: lastServedOn === null ? null : day(lastServedOn),
  ...over,
});

test.each<[string, EarlierEpisode | null, Day, string, RegExp]>([
  ['nobody was here before', null, returned, 'first', /first episode/],
  ['30 days after the last service', before('2026-10-24'), returned, 'reopens', /30 days after the last service on 24 Oct 2026/],
  ['31 days after the last service', before('2026-10-23'), returned, 'new', /31 days/],
  ['served on the day of the return', before('2026-11-01'), day('2026-11-01'), 'reopens', /0 days/],
  ['nobody was served', before(null), returned, 'new', /nobody was served/],
  ['an episode that is open', before('2026-11-20', { closedOn: null, closedBecause: null }), returned, 'open-already', /since 8 Jun 2026/],
  ['a day inside the last episode', before('2026-10-24'), day('2026-10-31'), 'inside-earlier', /until 1 Nov 2026/],
  ['an episode that ended with a death', before('2026-10-30', { closedBecause: 'died' }), returned, 'new', /new episode/],
])('%s', (_, latest, on, kind, expected) => {
  const admission = admissionOn(on, latest, defaultSettings);
  expect(admission.kind).toBe(kind);
  expect(admissionSummary(admission, on, defaultSettings.unservedDays)).toMatch(expected);
});

test('the window is the program’s to set', () => {
  expect(admissionOn(returned, before('2026-10-24'), { unservedDays: 29 }).kind).toBe('new');
});

test.each([
  ['2008-11-23', 'adult', 'yes'],
  ['2008-11-24', 'adult', 'under-18'],
  ['2008-11-24', 'adolescent', 'yes'],
  [null, 'adult', 'not-known'],
] as const)('born %s, %s program: %s', (born, population, allowed) => {
  expect(ageAllows(born === null ? null : day(born), returned, population)).toBe(allowed);
});

test('the days between closing and return are those in which neither was', () => {
  expect(daysAway(day('2026-11-01'), returned)).toEqual({ from: '2026-11-02', to: '2026-11-22' });
  expect(daysAway(day('2026-11-22'), returned)).toBeNull();
});
