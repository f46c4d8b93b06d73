import { addDays, daysBetween, type Day } from '#domain/calendar.ts';
import type { Frame } from '../frame.ts';
import { goalBank } from '../goal-bank.ts';
import type { GoalPlan } from '../life.ts';
import type { Stay } from './stays.ts';

/** Two or three goals, rated together about every thirty days, rising more often than not. */
export function goalsOf(stay: Stay, frame: Frame): readonly GoalPlan[] {
  const { dice } = stay;
  const first = dice.whole(0, goalBank.length - 1);
  const days = ratingDays(stay, frame);
  return Array.from({ length: dice.whole(2, 3) }, (_, index): GoalPlan => {
    const { title, domain, levels } = goalBank[(first + index * 4) % goalBank.length] ?? goalBank[0];
    let level = dice.chance(0.7) ? -1 : -2;
    const ratings = days.map((on, nth): readonly [Day, number] => {
      const recent = stay.calm && nth === days.length - 1 && daysBetween(on, frame.today) <= 7;
      if (nth > 0 && !recent)
        level = Math.max(
          -2,
          Math.min(
            2,
            level +
              dice.weighted([
                [1, 46],
                [0, 44],
                [-1, 10],
              ]),
          ),
        );
      return [on, level];
    });
    const last = days.at(-1) ?? addDays(stay.openedOn, -frame.settings.reviewDays + 14);
    return {
      title,
      domain,
      levels,
      nextReviewOn: stay.closedOn === null ? notTooSoon(addDays(last, frame.settings.reviewDays), stay, frame) : null,
      ratings,
    };
  });
}

const notTooSoon = (on: Day, { calm }: Stay, { today }: Frame): Day => (calm && on < addDays(today, 9) ? addDays(today, 9) : on);

/** Back from the last rating in steps of thirty days, to the first week of care. */
function ratingDays({ openedOn, lastServiceOn, closedOn, calm, dice }: Stay, { today }: Frame): readonly Day[] {
  const end = closedOn === null ? addDays(today, -dice.whole(2, calm ? 20 : 33)) : addDays(lastServiceOn, -dice.whole(0, 12));
  const days: Day[] = [];
  for (let on = end; on >= addDays(openedOn, 6); on = addDays(on, -30)) days.unshift(on);
  return days;
}
