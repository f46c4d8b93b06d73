import { beforeAll, describe, expect, test } from 'vitest';
import { cohort as entries, type CohortOverview, type CohortPeople, type CountedPart, type Measured } from '#contract/cohort.ts';
import { day } from '#domain/calendar/calendar.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import { screenOn } from '#kit/cohort.ts';
import { aCohort } from '#kit/cohort-world.ts';
import { aWorld, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

beforeAll(async () => {
  await aCohort(world);
});

const overview = async (query = '', as: 'director' | 'therapist' = 'director'): Promise<CohortOverview> => {
  const response = await world.as(as).get(`/cohort${query}`);
  expect(response.status).toBe(200);
  return entries.overview.output.parse(await response.json());
};
const people = async (measure: MeasureKind, query: string, as: 'director' | 'therapist' = 'director'): Promise<CohortPeople> => {
  const response = await world.as(as).get(`/cohort/${measure}/people${query}`);
  expect(response.status).toBe(200);
  return entries.people.output.parse(await response.json());
};
const measured = (answer: CohortOverview, kind: MeasureKind): Measured => {
  const found = answer.measures[kind];
  if ('unavailable' in found) throw new Error(`${kind} is unavailable`);
  return found;
};
const reasons = (counts: readonly { reason: string; count: number }[]) =>
  Object.fromEntries(counts.map(({ reason, count }) => [reason, count]));

type Hand = {
  numerator: number;
  denominator: number;
  people: number;
  met: number;
  notMet: number;
  leftOut: number;
  excluded: Record<string, number>;
  separate: Record<string, number>;
};

// Each counted on paper from tests/kit/cohort-world.ts.
const byHand: [MeasureKind, Hand][] = [
  [
    'answered',
    {
      numerator: 2,
      denominator: 4,
      people: 3,
      met: 2,
      notMet: 2,
      leftOut: 4,
      excluded: { 'not-yet-due': 2, explained: 1, corrected: 1 },
      separate: {},
    },
  ],
  [
    'collected',
    {
      numerator: 6,
      denominator: 10,
      people: 5,
      met: 6,
      notMet: 4,
      leftOut: 4,
      excluded: { excused: 1, 'cancelled-by-program': 1, 'for-cause': 1, 'not-yet-due': 1 },
      separate: { 'not-collected': 2, declined: 1, unable: 1 },
    },
  ],
  [
    'hours',
    {
      numerator: 50.5,
      denominator: 57,
      people: 4,
      met: 5,
      notMet: 2,
      leftOut: 3,
      excluded: { 'hours-unknown': 2, 'nothing-offered': 1 },
      separate: {},
    },
  ],
  [
    'unexpected',
    {
      numerator: 1,
      denominator: 4,
      people: 3,
      met: 1,
      notMet: 3,
      leftOut: 3,
      excluded: { 'for-cause': 1, 'specimen-not-valid': 1, pending: 1 },
      separate: { 'prescribed-not-detected': 1 },
    },
  ],
];

test.each(byHand)('%s is what a person counts by hand', async (kind, hand) => {
  const { excluded, separate, ...rest } = measured(await overview(), kind).latest;
  expect({ ...rest, excluded: reasons(excluded), separate: reasons(separate) }).toEqual(hand);
});

describe('the list behind a number is as long as the number', () => {
  const rows = byHand.flatMap(([kind, hand]) =>
    Object.entries({
      met: hand.met,
      'not-met': hand.notMet,
      counted: hand.met + hand.notMet,
      'left-out': hand.leftOut,
      all: hand.met + hand.notMet + hand.leftOut,
    }).map(([counted, length]): [MeasureKind, CountedPart, number] => [kind, counted as CountedPart, length]),
  );
  test.each(rows)('%s, %s: %i rows', async (kind, counted, length) => {
    const list = await people(kind, `?counted=${counted}`);
    expect(list.rows).toHaveLength(length);
    expect(new Set(list.rows.map(({ id }) => id)).size).toBe(length);
    expect(list.tally).toEqual(measured(await overview(), kind).latest);
  });

  test('one result is still open past 72 h, and two wait for an answer', async () => {
    const { timeToAnswer } = await overview();
    if ('unavailable' in timeToAnswer) throw new Error('unavailable');
    expect(timeToAnswer).toMatchObject({
      results: 7,
      met: 2,
      due: 4,
      stillOpen: 1,
      notYetDue: 2,
      explained: 1,
      openBefore: 0,
      openSince: 0,
    });
    const stillOpen = timeToAnswer.points.filter(({ answered }) => !answered).map(({ hours }) => Math.round(hours));
    expect(stillOpen.toSorted((a, b) => a - b)).toEqual([47, 143]);
    expect(timeToAnswer.openAges.map(({ hours }) => Math.round(hours)).toSorted((a, b) => a - b)).toEqual([47, 143]);
    const open = await people('answered', '?counted=open');
    expect(open.rows.map(({ name }) => name)).toEqual(['Dee Diaz']);
    const waiting = await people('answered', '?counted=waiting');
    expect(waiting.rows).toHaveLength(2);
  });
});

test('a month later nothing new has come, and the two that still wait are not forgotten', async () => {
  world.clock.now = new Date('2026-12-28T14:02:00Z');
  const { timeToAnswer, from, latest } = await overview();
  expect(latest).toEqual({ from: '2026-11-30', to: '2026-12-27' });
  expect(timeToAnswer).toMatchObject({ results: 0, due: 0, points: [], openBefore: 2, openSince: 0 });
  // 35 days of 24 h later, each is as much older; none of them is a point of the curve.
  if ('unavailable' in timeToAnswer) throw new Error('unavailable');
  expect(timeToAnswer.openAges.map(({ hours }) => Math.round(hours)).toSorted((a, b) => a - b)).toEqual([47 + 35 * 24, 143 + 35 * 24]);
  const list = await people('answered', `?counted=waiting&from=${from}&to=2026-11-29`);
  expect(list.rows).toHaveLength(2);
  world.clock.now = new Date('2026-11-23T14:02:00Z');
});

test('each week of the chart has its own count, and the latest four make the number', async () => {
  const answer = await overview();
  for (const [kind] of byHand) {
    const { latest, trend } = measured(answer, kind);
    expect(trend.points).toHaveLength(26);
    const last = trend.points.slice(-4);
    expect(last.reduce((sum, { numerator }) => sum + numerator, 0)).toBeCloseTo(latest.numerator);
    expect(last.reduce((sum, { denominator }) => sum + denominator, 0)).toBeCloseTo(latest.denominator);
  }
  expect(
    measured(answer, 'collected')
      .trend.points.slice(-3)
      .map(({ week, numerator, denominator }) => [week, numerator, denominator]),
  ).toEqual([
    ['2026-11-02', 0, 0],
    ['2026-11-09', 1, 2],
    ['2026-11-16', 5, 8],
  ]);
});

test('limits are on trial until thirteen weeks have something to count', async () => {
  const { trend, target } = measured(await overview(), 'collected');
  expect(trend.variation).toEqual({ kind: 'too-few', points: 2 });
  expect(trend.assurance).toBeNull();
  expect(target).toBe(0.8);
  expect(measured(await overview(), 'unexpected').target).toBeNull();
});

test('the weeks of the figure split what was due from what was not', async () => {
  const { collectedWeeks } = await overview();
  if ('unavailable' in collectedWeeks) throw new Error('unavailable');
  expect(collectedWeeks.weeks).toHaveLength(7);
  expect(collectedWeeks.weeks.slice(-2)).toEqual([
    { week: '2026-11-09', scheduled: 2, collected: 1, notCollected: 1, declined: 0, unable: 0, excused: 1, cancelled: 1 },
    { week: '2026-11-16', scheduled: 8, collected: 5, notCollected: 1, declined: 1, unable: 1, excused: 0, cancelled: 0 },
  ]);
});

test('a row says what it says and why it counts so', async () => {
  const hours = (await people('hours', '?counted=all')).rows;
  const row = (name: string, on: string) => hours.find((one) => one.name === name && one.on === on);
  expect(row('Ana Abbott', '2026-11-09')).toMatchObject({ chartNumber: 'A-1', countStatus: 'met', hours: { delivered: 12, offered: 9 } });
  expect(row('Dee Diaz', '2026-11-09')).toMatchObject({ countStatus: 'not-met', hours: { delivered: 8.5, offered: 9 } });
  expect(row('Dee Diaz', '2026-11-16')).toMatchObject({
    countStatus: 'left-out',
    reason: 'hours-unknown',
    hours: { delivered: null, offered: 9 },
  });
  expect(row('Cal Chen', '2026-11-16')).toMatchObject({ countStatus: 'left-out', reason: 'hours-unknown', hours: { offered: null } });
  expect(row('Gus Gray', '2026-11-09')).toMatchObject({ countStatus: 'met', hours: { delivered: 6, offered: 6 } });
  expect(row('Gus Gray', '2026-11-16')).toMatchObject({ countStatus: 'left-out', reason: 'nothing-offered' });

  const answered = (await people('answered', '?counted=not-met')).rows;
  expect(new Map(answered.map(({ open, answerHours }) => [open, Math.round(answerHours ?? 0)]))).toEqual(
    new Map([
      [false, 100],
      [true, 143],
    ]),
  );
  const unexpected = (await people('unexpected', '?counted=met')).rows;
  expect(unexpected).toMatchObject([{ name: 'Ana Abbott', on: '2026-11-19', analytes: ['COC'] }]);
});

test('a screen that was amended counts once, as it stands now', async () => {
  const other = await aWorld();
  const { ana } = await aCohort(other);
  const on = day('2026-11-19');
  const first = await other.db
    .selectFrom('screen')
    .select('id')
    .where('client_id', '=', ana.clientId)
    .where('collected_on', '=', on)
    .executeTakeFirstOrThrow();
  await screenOn(other, ana, on, { amends: first.id });
  const answer = entries.overview.output.parse(await (await other.as('director').get('/cohort')).json());
  expect(measured(answer, 'unexpected').latest).toMatchObject({ numerator: 0, denominator: 4 });
  await other.drop();
});
