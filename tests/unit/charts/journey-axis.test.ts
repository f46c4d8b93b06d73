import { expect, test } from 'vitest';
import { dayScale, timeAxis, weekTicks } from '#charts/journey/time-axis.ts';
import { bottomOf, markLineOf, stackTracks } from '#charts/journey/tracks.ts';
import { hoursAxisTop, hoursDomain, prescribedSteps } from '#charts/journey/hours-track.ts';
import { rangePresets } from '#charts/journey/range-presets.ts';
import { day } from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';

const axis = timeAxis(day('2026-06-09'), day('2026-11-23'), 970);

const week = (on: string, prescribed: number | null, partial = false, delivered: number | null = prescribed): WeekOfCare => ({
  week: day(on),
  prescribed,
  delivered,
  excused: 0,
  cancelled: 0,
  telehealth: 0,
  partial,
});

test('the axis runs over whole weeks, from the Monday before to the Sunday after', () => {
  expect([axis.start, axis.end, axis.weeks.length]).toEqual(['2026-06-08', '2026-11-29', 25]);
  expect(axis.pitch).toBeCloseTo(38.8, 1);
});

test.each([
  ['the first Monday', '2026-06-08', 0, 0],
  ['a week later', '2026-06-15', 0, 38.8],
  ['noon of the first Monday', '2026-06-08', 0.5, 38.8 / 14],
  ['after the last Sunday', '2026-11-30', 0, 970],
])('%s stands in its place', (_, on, part, x) => {
  expect(dayScale(axis)(day(on), part)).toBeCloseTo(x, 5);
});

test('weeks are numbered from the week of admission and named every fourth', () => {
  const ticks = weekTicks(axis, day('2026-06-09'));
  expect(ticks.filter((tick) => tick.major).map((tick) => tick.number)).toEqual([1, 5, 9, 13, 17, 21, 25]);
});

test('a view that starts later keeps the numbers of the episode', () => {
  const later = timeAxis(day('2026-11-02'), day('2026-11-23'), 970);
  expect(weekTicks(later, day('2026-06-09')).map((tick) => tick.number)).toEqual([22, 23, 24, 25]);
});

test('tracks follow one another without a gap but the two around the hours', () => {
  const tracks = stackTracks({ rows: [false, true, false], noteLines: 1, lanes: 2, goals: 3, instruments: 2 });
  expect(tracks.hours.top).toBe(bottomOf(tracks.phase) + 16);
  expect(tracks.collection.top).toBe(bottomOf(tracks.hours) + 16);
  expect(tracks.rows.map((row) => row.height)).toEqual([24, 44, 24]);
  expect(tracks.rows[1] && markLineOf(tracks.rows[1]) - tracks.rows[1].top).toBe(30);
  expect([tracks.note.height, tracks.adjustments.height]).toEqual([28, 78]);
  expect(tracks.goals.map((goal) => goal.height)).toEqual([32, 32, 32]);
  expect(bottomOf(tracks.axis)).toBe(tracks.height);
});

test('a track without contents takes no room', () => {
  const tracks = stackTracks({ rows: [], noteLines: 0, lanes: 0, goals: 0, instruments: 0 });
  expect([tracks.note.height, tracks.adjustments.height]).toEqual([0, 0]);
});

test('the hours scale is even, and grows where more is delivered than prescribed', () => {
  expect(hoursAxisTop([week('2026-06-08', 9), week('2026-06-15', 12)])).toBe(12);
  expect(hoursAxisTop([week('2026-06-08', 9, false, 18)])).toBe(16);
  expect(hoursAxisTop([week('2026-06-08', null)])).toBe(2);
});

test('the bars of the one chart stand on the foot of the hours track', () => {
  const track = { top: 60, height: 72 };
  const [low, high] = hoursDomain(12, track, 800);
  const y = (hours: number): number => ((high - hours) / (high - low)) * 800;
  expect(y(0)).toBeCloseTo(132, 5);
  expect(y(15)).toBeCloseTo(60, 5);
});

test('the prescribed line is made of runs; a partial week takes the whole prescription beside it', () => {
  const steps = prescribedSteps([
    week('2026-06-08', 6, true),
    week('2026-06-15', 9),
    week('2026-06-22', 12),
    week('2026-06-29', null),
    week('2026-07-06', 12),
    week('2026-07-13', 2, true),
  ]);
  expect(steps.map(({ from, weeks, hours }) => [from, weeks, hours])).toEqual([
    ['2026-06-08', 2, 9],
    ['2026-06-22', 1, 12],
    ['2026-07-06', 2, 12],
  ]);
});

test('a span asked for by name never starts before the episode', () => {
  const presets = rangePresets({
    from: day('2026-11-02'),
    to: day('2026-11-23'),
    today: day('2026-11-23'),
    phases: [{ number: 1, name: 'Stabilise', from: day('2026-11-02'), to: null }],
  });
  expect(presets.map(({ code, from }) => [code, from])).toEqual([
    ['4w', '2026-11-02'],
    ['12w', '2026-11-02'],
    ['phase', '2026-11-02'],
    ['whole', '2026-11-02'],
  ]);
});
