import { addDays, daysBetween, weekOf, type Day } from '#domain/calendar.ts';
import type { DischargeReason } from '#domain/closings.ts';
import type { Frame } from '../frame.ts';
import { diceFor, type Dice } from '../random.ts';

/** How one stay goes, before its days are filled in. */
export type Stay = {
  readonly index: number;
  readonly key: string;
  readonly dice: Dice;
  readonly openedOn: Day;
  /** The last day with a service; may lie ahead of today. */
  readonly lastServiceOn: Day;
  readonly because: DischargeReason;
  readonly closedOn: Day | null;
  /** Nothing is waiting for the team today: most of a caseload on most days. */
  readonly calm: boolean;
};

const weeksBack = 78;
export const firstDayOf = ({ today }: Frame): Day => addDays(weekOf(today), -7 * weeksBack);

const reasons: readonly [readonly [DischargeReason, number], ...(readonly [DischargeReason, number])[]] = [
  ['completed', 36],
  ['stepped-down', 9],
  ['stepped-up', 5],
  ['transferred', 8],
  ['moved-away', 3],
  ['chose-to-leave', 14],
  ['lost-contact', 14],
  ['coverage-ended', 4],
  ['hospitalised', 1.6],
  ['incarcerated', 1.8],
  ['died', 0.4],
  ['level-declined', 1.2],
  ['ended-by-program', 2.1],
];

const spread = (dice: Dice, median: number, deviation: number): number =>
  Math.round(Math.exp(Math.log(median) + deviation * dice.normal(0, 1)));

/** Days of care: what the program plans, where it is completed, and the real short stays beside it. */
function lengthOf(because: DischargeReason, dice: Dice): number {
  switch (because) {
    case 'completed':
      return Math.max(56, Math.round(dice.normal(79, 8))) + (dice.chance(0.45) ? dice.whole(21, 49) : 0);
    case 'stepped-down':
      return Math.max(42, Math.round(dice.normal(70, 9)));
    case 'transferred':
    case 'moved-away':
    case 'coverage-ended':
      return Math.min(140, spread(dice, 42, 0.7));
    case 'chose-to-leave':
    case 'lost-contact':
      return Math.min(130, Math.max(1, spread(dice, 28, 0.9)));
    case 'ended-by-program':
      return Math.min(120, Math.max(9, spread(dice, 36, 0.6)));
    case 'stepped-up':
    case 'hospitalised':
    case 'incarcerated':
    case 'died':
    case 'level-declined':
      return Math.min(120, Math.max(5, spread(dice, 33, 0.7)));
  }
  because satisfies never;
}

const leavesEarly = (because: DischargeReason): boolean => because === 'chose-to-leave' || because === 'lost-contact';

/** Everybody who came through the door in eighteen months, in a program that grew. */
export function staysUntil(frame: Frame): readonly Stay[] {
  const first = firstDayOf(frame);
  const stays: Stay[] = [];
  for (let week = 0; week <= weeksBack; week += 1) {
    const arrivals = Math.round(0.2 + (week / weeksBack) * 13.5);
    for (let nth = 0; nth < arrivals; nth += 1) {
      const stay = stayOf(stays.length, addDays(first, week * 7), frame);
      if (stay.openedOn < addDays(frame.today, -2)) stays.push(stay);
    }
  }
  return stays;
}

function stayOf(index: number, monday: Day, { today }: Frame): Stay {
  const key = `crowd ${index}`;
  const dice = diceFor(key);
  const openedOn = addDays(monday, dice.whole(0, 4));
  const because = dice.weighted(reasons);
  const lastServiceOn = addDays(openedOn, lengthOf(because, dice));
  const closes = addDays(lastServiceOn, because === 'lost-contact' ? dice.whole(13, 17) : dice.whole(0, 3));
  const onTheWayOut = leavesEarly(because) && daysBetween(today, lastServiceOn) < 12;
  const calm = dice.chance(0.78) && !onTheWayOut;
  return { index, key, dice, openedOn, lastServiceOn, because, closedOn: closes < today ? closes : null, calm };
}

/** How much less likely the client is to come on a day: the first weeks, Mondays, and the days before leaving. */
export function strainOn(on: Day, { openedOn, lastServiceOn, because }: Stay, weekday: number): number {
  const start = daysBetween(openedOn, on) < 14 ? 0.08 : 0;
  const monday = weekday === 1 ? 0.03 : 0;
  const leaving = leavesEarly(because) && daysBetween(on, lastServiceOn) < 10 ? 0.25 : 0;
  return start + monday + leaving;
}

/** Days on which nothing comes up that would wait for an answer: lately on a calm caseload, and in the two weeks before an ending for safety. */
export function quietOn(on: Day, { calm, closedOn, because, lastServiceOn }: Stay, today: Day): boolean {
  if (because === 'ended-by-program') return daysBetween(on, lastServiceOn) <= 14 || daysBetween(on, today) <= 14;
  return calm && closedOn === null && daysBetween(on, today) <= 8;
}
