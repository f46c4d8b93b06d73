import { addDays, daysBetween, daysFromTo, weekdayOf, type Day } from '#domain/calendar/calendar.ts';
import type { CollectionDay } from './draw-chance.ts';

/** When people of a program are paid: on a day of the month, on its last, or every so many days from one payday on. */
export type Payday =
  | { readonly kind: 'day-of-month'; readonly day: number }
  | { readonly kind: 'last-of-month' }
  | { readonly kind: 'every'; readonly days: number; readonly from: Day };

/** How much likelier a day is drawn that follows a weekend, a holiday or a payday (ASAM 2017). 1 is as likely as any. */
export type ScreeningWeights = { readonly afterWeekend: number; readonly afterHoliday: number; readonly afterPayday: number };

const isWeekend = (on: Day): boolean => weekdayOf(on) >= 6;
const isLastOfMonth = (on: Day): boolean => addDays(on, 1).endsWith('-01');
const fallsOn = (on: Day, payday: Payday): boolean => {
  switch (payday.kind) {
    case 'day-of-month':
      return Number(on.slice(8)) === payday.day;
    case 'last-of-month':
      return isLastOfMonth(on);
    case 'every':
      return on >= payday.from && daysBetween(payday.from, on) % payday.days === 0;
  }
  return payday satisfies never;
};

/** Whether people are paid on a day. What falls on a weekend is paid on the Friday before. */
export function isPayday(on: Day, paydays: readonly Payday[]): boolean {
  if (isWeekend(on)) return false;
  const meant = weekdayOf(on) === 5 ? [on, addDays(on, 1), addDays(on, 2)] : [on];
  return meant.some((one) => paydays.some((payday) => fallsOn(one, payday)));
}

/** What was used on a weekend, holiday or payday shows for about three days, so that a later collection day no longer follows it. */
const followsWithin = 3;

/**
 * The client's collection days with the weight of each: the greatest of what lies between the collection day before it and the day itself.
 * The evening of a collection day comes after its cup, so a payday on it counts for the next.
 */
export function weighedDays(
  days: readonly Day[],
  { holidays, paydays, weights }: { holidays: readonly Day[]; paydays: readonly Payday[]; weights: ScreeningWeights },
): CollectionDay[] {
  return days.map((on, index) => {
    const earliest = addDays(on, -followsWithin);
    const before = days[index - 1];
    const between = daysFromTo(before === undefined || before < earliest ? earliest : before, addDays(on, -1));
    const applying = [
      between.some(isWeekend) ? weights.afterWeekend : 1,
      between.some((one) => holidays.includes(one)) ? weights.afterHoliday : 1,
      between.some((one) => isPayday(one, paydays)) ? weights.afterPayday : 1,
    ];
    return { on, weight: Math.max(...applying) };
  });
}
