import { expect, test } from 'vitest';
import { hoursTotals } from '#domain/attendance/hours-totals.ts';
import { addDays, day, momentOf, weekdayOf, type Day } from '#domain/calendar/calendar.ts';
import { stateOf } from '#domain/adjustments/states.ts';
import { goodNewsOf } from '#domain/caseload/good-news.ts';
import { needsOf } from '#domain/caseload/tasks.ts';
import { notSnoozed } from '#domain/caseload/snooze.ts';
import type { GoodNews, NeedKind } from '#domain/caseload/order.ts';
import { screenCounts } from '#domain/drug-screens/counts.ts';
import { cairnDemo } from '#mocks/fixtures/cairn-demo.ts';
import { clientIdOf } from '#mocks/fixtures/client-rows.ts';
import { frameAt, type Frame } from '#mocks/fixtures/frame.ts';
import type { ClientFixture } from '#mocks/fixtures/client-fixture.ts';
import { rowWriterFor } from '#mocks/fixtures/rows.ts';
import { sessionCalendarOf } from '#mocks/fixtures/sessions.ts';
import { storiesOf, storyClientId, storyKeys, type StoryKey } from '#mocks/fixtures/stories.ts';
import { readingOf } from './program-reading.ts';

const zone = cairnDemo.zone;
const monday = day('2026-11-23');

function storiesOn(today: Day): { readonly frame: Frame; readonly fixture: (key: StoryKey) => ClientFixture } {
  const frame = frameAt(today, momentOf(today, '08:02', zone), zone);
  const calendar = sessionCalendarOf(rowWriterFor(cairnDemo.id), cairnDemo, addDays(today, -200), frame);
  const fixtures = new Map(storiesOf({ programFixture: cairnDemo, calendar, frame }).map((fixture) => [fixture.key, fixture]));
  return {
    frame,
    fixture: (key) => {
      const found = fixtures.get(key);
      if (found === undefined) throw new Error(`no story of ${key}`);
      return found;
    },
  };
}

// A week of todays, a spring and an autumn change of clocks, and a new year.
const todays = [...Array.from({ length: 7 }, (_, days) => addDays(monday, days)), day('2026-03-09'), day('2026-11-02'), day('2027-01-01')];

const firstNeeds: readonly (readonly [StoryKey, NeedKind])[] = [
  ['maya', 'safety'],
  ['priya', 'lost-contact'],
  ['jordan', 'talk'],
  ['noor', 'sign'],
  ['dee', 'follow-up'],
  ['theo', 'hours'],
];

test.each(todays.map((today) => [weekdayOf(today), today] as const))(
  'on weekday %i, %s, each story needs what it is told for',
  (_, today) => {
    const { frame, fixture } = storiesOn(today);
    const first = (key: StoryKey) => needsOf(readingOf(fixture(key), frame), frame.now, frame.settings, zone, frame.open)[0]?.kind;
    expect(firstNeeds.map(([key]) => [key, first(key)])).toEqual(firstNeeds);
  },
);

const news: readonly (readonly [StoryKey, GoodNews['kind']])[] = [
  ['lee', 'screens-expected'],
  ['ana', 'back-in-contact'],
];

test.each(todays)('on %s the rest of the stories need nothing, and two are good news', (today) => {
  const { frame, fixture } = storiesOn(today);
  const left = (key: StoryKey) => {
    const snoozes = fixture(key).snoozes.map(({ reason, untilOn }) => ({
      kind: 'review' as const,
      adjustmentId: null,
      until: untilOn,
      reason,
      supervisor: null,
    }));
    return notSnoozed(needsOf(readingOf(fixture(key), frame), frame.now, frame.settings, zone, frame.open), snoozes, today).map(
      ({ kind }) => kind,
    );
  };
  for (const key of ['sam', 'lee', 'ana', 'chris'] as const) expect([key, left(key)]).toEqual([key, []]);
  for (const [key, kind] of news)
    expect(goodNewsOf(readingOf(fixture(key), frame), frame.now, frame.settings, zone).map((one) => one.kind)).toContain(kind);
});

test("Jordan's half year counts as it is published, told on a Monday", () => {
  const { frame, fixture } = storiesOn(monday);
  const { weeks, screens } = readingOf(fixture('jordan'), frame);
  expect(hoursTotals(weeks)).toMatchObject({ delivered: 201.5, prescribed: 233, met: 12, full: 24, excused: 3 });
  expect(screenCounts(screens)).toMatchObject({ slots: 48, due: 46, collected: 42, interpretable: 41, asExpected: 33 });
  expect(screenCounts(screens).byReading).toMatchObject({
    unexpected: 3,
    'carry-over': 3,
    baseline: 2,
    excused: 1,
    'cancelled-by-program': 1,
  });
});

test("Jordan's three adjustments stand where the story says, whatever the weekday", () => {
  for (const today of todays) {
    const { frame, fixture } = storiesOn(today);
    const notified = readingOf(fixture('jordan'), frame).adjustments.map((one) => [
      one.number,
      [...one.analytes].toSorted(),
      stateOf(one, today),
    ]);
    expect(notified).toEqual([
      [1, ['BUP', 'FEN'], 'closed'],
      [2, ['AMP'], 'signed'],
      [3, ['COC'], 'due'],
    ]);
  }
});

test('names, ids and chart numbers of the stories never change', () => {
  const { fixture } = storiesOn(monday);
  expect(storyKeys.map((key) => fixture(key).person.chart)).toEqual([
    '4417',
    '4402',
    '4403',
    '4405',
    '4408',
    '4411',
    '4413',
    '4414',
    '4415',
    '4416',
  ]);
  expect(storyKeys.map(storyClientId)).toEqual(storyKeys.map((key) => clientIdOf(fixture(key))));
  expect(storyClientId('jordan')).toBe('3cff0bda-06d3-4c74-a5d2-4855dffefffb');
});
