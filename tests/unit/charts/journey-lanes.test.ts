import { describe, expect, test } from 'vitest';
import { adjustmentLanes, laneToneOf } from '#charts/journey/adjustment-lanes.ts';
import { goalDrawing, goalPath, levelText } from '#charts/journey/goal-lines.ts';
import { cutOffsOf, instrumentDrawing } from '#charts/journey/instrument-lines.ts';
import { linesOf } from '#charts/journey/text-width.ts';
import { dayScale, timeAxis } from '#charts/journey/time-axis.ts';
import { day, type Day } from '#domain/calendar/calendar.ts';
import type { AdjustmentState } from '#domain/adjustments/open.ts';
import type { AdjustmentSpan, GoalLine } from '#domain/clients/journey.ts';

const axis = timeAxis(day('2026-06-09'), day('2026-11-23'), 970);
const x = dayScale(axis);

type Dates = { opened: string; signed?: string; closed?: string };
const adjustment = (number: number, state: AdjustmentState, { opened, signed, closed }: Dates, label = `A${number}`): AdjustmentSpan => ({
  id: `a${number}`,
  number,
  state,
  openedOn: day(opened),
  signedOn: signed === undefined ? null : day(signed),
  closedOn: closed === undefined ? null : day(closed),
  followUpOn: null,
  outcome: null,
  dueAt: null,
  label,
});

describe('adjustments', () => {
  const closed = adjustment(1, 'closed', { opened: '2026-07-21', signed: '2026-07-22', closed: '2026-08-19' }, 'A1 closed: improved');
  const running = adjustment(2, 'signed', { opened: '2026-10-13', signed: '2026-10-14' }, 'A2 in place');
  const due = adjustment(3, 'due', { opened: '2026-11-21' }, 'A3, talk by today 5 pm');
  const [first, second, third] = adjustmentLanes([due, closed, running], x, axis.width);

  test('the flag stands at the result and the span starts at signing', () => {
    expect(first?.flag).toBeCloseTo(x(day('2026-07-21'), 0.5));
    expect(first?.span?.from).toBeGreaterThan(first?.flag ?? 0);
    expect(first?.span?.open).toBe(false);
  });

  test('one still running stays open to the right', () => {
    expect(second?.span).toMatchObject({ to: axis.width, open: true });
  });

  test('one that is due is a span from the result, with its label on the left', () => {
    expect(third?.tone).toBe('wait');
    expect(third?.span?.from).toBe(third?.flag);
    expect(third?.label.anchor).toBe('end');
  });

  test('those that meet lie in lanes of their own, the others share one', () => {
    expect([first?.lane, second?.lane, third?.lane]).toEqual([0, 0, 1]);
  });

  test('an explained one is a flag and changes nothing', () => {
    const [explained] = adjustmentLanes([adjustment(4, 'explained', { opened: '2026-09-01' })], x, axis.width);
    expect([explained?.tone, explained?.span]).toEqual(['settled', null]);
  });

  test.each<[AdjustmentState, string]>([
    ['due', 'wait'],
    ['talked', 'wait'],
    ['signed', 'plan'],
    ['follow-up-due', 'plan'],
    ['closed', 'plan'],
    ['explained', 'settled'],
    ['amended', 'settled'],
  ])('%s is drawn as %s', (state, tone) => expect(laneToneOf(state)).toBe(tone));
});

describe('goals', () => {
  const goal = (...ratings: readonly (readonly [string, number])[]): GoalLine => ({
    id: 'g',
    number: 1,
    title: 'Home by 10',
    ratings: ratings.map(([on, level]) => ({ on: day(on), level })),
  });
  const today: Day = day('2026-11-23');

  test('a level is named only where it changes', () => {
    const drawing = goalDrawing(goal(['2026-06-16', -1], ['2026-07-21', -1], ['2026-08-18', 0], ['2026-10-20', 1]), x, today);
    expect(drawing.points.map((point) => point.label)).toEqual(['\u22121', null, '0', '+1']);
  });

  test('the line steps on the day of a rating', () => {
    const drawing = goalDrawing(goal(['2026-06-08', -1], ['2026-06-15', 1]), x, today);
    expect(goalPath(drawing, 100)).toBe(`M${x(day('2026-06-08'), 0.5)} 105H${x(day('2026-06-15'), 0.5)}V95`);
  });

  test('a rating older than 30 days fades; one never given draws nothing', () => {
    expect(goalDrawing(goal(['2026-10-01', 0]), x, today).fadesFrom).not.toBeNull();
    expect(goalDrawing(goal(['2026-11-17', 0]), x, today).fadesFrom).toBeNull();
    expect(goalDrawing(goal(), x, today).points).toEqual([]);
  });

  test('minus is a true minus sign', () => expect([-2, 0, 2].map(levelText)).toEqual(['\u22122', '0', '+2']));
});

describe('instruments', () => {
  const band = { top: 100, height: 84 };
  const line = {
    instrument: 'PHQ-9',
    scores: [
      { on: day('2026-06-09'), score: 19, item9: 1 },
      { on: day('2026-11-17'), score: 7, item9: 0 },
    ],
  };

  test('higher scores stand higher, inside the track', () => {
    const { points } = instrumentDrawing(line, x, band, 932, 970);
    expect(points[0]?.y).toBeLessThan(points[1]?.y ?? 0);
    for (const point of points) expect(point.y > band.top && point.y < band.top + band.height).toBe(true);
  });

  test('the change since admission is said in full where there is room, and in short where there is not', () => {
    expect(instrumentDrawing(line, x, band, 932, 970).change?.text).toBe('19 to 7 since admission: a reliable change (6 or more)');
    expect(instrumentDrawing(line, x, band, 932, 200).change?.text).toBe('19 to 7');
    expect(instrumentDrawing({ ...line, scores: line.scores.slice(0, 1) }, x, band, 932, 970).change).toBeNull();
  });

  test('cut-offs are the published ones', () => {
    expect(cutOffsOf('PHQ-9').map((cutOff) => cutOff.score)).toEqual([5, 10, 15, 20]);
    expect(cutOffsOf('An instrument of our own')).toEqual([]);
  });
});

test('a sentence is broken between words', () => {
  expect(linesOf('as expected every time', 70, 12)).toEqual(['as expected', 'every time']);
  expect(linesOf('', 70, 12)).toEqual([]);
});
