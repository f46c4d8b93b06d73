import { addDays, type Day } from '#domain/calendar.ts';
import type { Person } from '../life.ts';
import type { Dice } from '../random.ts';
import { firstNames, lastNames } from './names.ts';

type Ages = readonly [readonly [youngest: number, oldest: number], weight: number];

const ages: readonly [Ages, ...Ages[]] = [
  [[18, 20], 3.5],
  [[21, 25], 12.4],
  [[26, 30], 18.3],
  [[31, 35], 16.1],
  [[36, 40], 12.3],
  [[41, 45], 8.6],
  [[46, 50], 8.9],
  [[51, 55], 8],
  [[56, 68], 8.4],
];

/** An invented adult. Their chart number says that they are. */
export function personOf(index: number, dice: Dice, on: Day): Person {
  const [youngest, oldest] = dice.weighted(ages);
  const pronouns = dice.weighted([
    ['he/him', 58],
    ['she/her', 36],
    ['they/them', 3],
    [null, 3],
  ]);
  return {
    chart: `DEMO-${1001 + index}`,
    first: dice.pick(firstNames),
    last: dice.pick(lastNames),
    preferred: dice.chance(0.05) ? dice.pick(firstNames) : null,
    pronouns,
    bornOn: addDays(on, -Math.round((dice.whole(youngest, oldest) + dice.share()) * 365.25)),
  };
}
