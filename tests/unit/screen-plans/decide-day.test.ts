import { expect, test } from 'vitest';
import { addDays, day, type Day } from '#domain/calendar/calendar.ts';
import { defaultSettings } from '#domain/programs/settings.ts';
import { decideDay, type DayFacts } from '#domain/screen-plans/decide-day.ts';

const today = day('2026-11-23');
const facts = (screened: Day[], changes: Partial<DayFacts> = {}): DayFacts => ({
  days: [0, 1, 2, 3].map((later) => addDays(today, later)),
  holidays: [],
  plan: { perWeek: 2, maxGapDays: 7 },
  screened,
  ...changes,
});
const decide = (given: DayFacts, share: number) => decideDay(today, given, defaultSettings.screening, share);

test('a day within the gap is left to chance: a low share draws it and a high one doesn’t', () => {
  const given = facts([addDays(today, -2)]);
  expect(decide(given, 0)).toMatchObject({ because: 'chance', drawn: true });
  expect(decide(given, 0.999)).toMatchObject({ because: 'chance', drawn: false });
});

test('a day after the longest gap is certain', () => {
  expect(decide(facts([addDays(today, -8)]), 0.999)).toEqual({ chance: 1, because: 'gap-passed', drawn: true });
});

test('the last day before the longest gap would be passed is certain', () => {
  const given = facts([addDays(today, -5)], { days: [today, addDays(today, 4)] });
  expect(decide(given, 0.999)).toEqual({ chance: 1, because: 'maximum-gap', drawn: true });
});

test('a screen of the day itself doesn’t count as an earlier one', () => {
  expect(decide(facts([addDays(today, -8), today]), 0.999)).toMatchObject({ because: 'gap-passed' });
});

test('a plan without screens draws none', () => {
  expect(decide(facts([], { plan: { perWeek: 0, maxGapDays: 7 } }), 0)).toMatchObject({ chance: 0, drawn: false });
});

test('where nothing can be collected any more, nothing is decided', () => {
  expect(decide(facts([], { days: [addDays(today, -1)] }), 0)).toBeNull();
});
