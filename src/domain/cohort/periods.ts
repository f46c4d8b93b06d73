import { daysBetween, type Day } from '#domain/calendar/calendar.ts';

/** How many weeks one point of a chart holds: one, or where a week holds too few events four, or thirteen. */
export const periodLengths = [1, 4, 13] as const;
export type PeriodLength = (typeof periodLengths)[number];

/** Limits come from so many first periods with something to count. */
export const baselinePeriods = 13;

/** Fewer events of either kind in a period, on average, and a share jumps about by its fractions alone. */
const leastExpected = 5;

export type WeekShare = { readonly week: Day; readonly numerator: number; readonly denominator: number };
/** One point of a chart: `weeks` whole weeks from the Monday `week` on. */
export type PeriodShare = WeekShare & { readonly weeks: PeriodLength };

export const hasNumber = ({ denominator }: Pick<WeekShare, 'denominator'>): boolean => denominator > 0;

const summed = (weeks: readonly WeekShare[]): Pick<WeekShare, 'numerator' | 'denominator'> => ({
  numerator: weeks.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: weeks.reduce((sum, { denominator }) => sum + denominator, 0),
});

/** The periods from a Monday on that these weeks, one after the other, hold whole, as many as are wanted. One that still runs is none yet. */
export function periodsOf(weeks: readonly WeekShare[], from: Day, length: PeriodLength, wanted = Infinity): readonly PeriodShare[] {
  const start = weeks[0] === undefined ? 0 : daysBetween(from, weeks[0].week) / 7;
  // Weeks that begin within a period begin with the next one.
  const skipped = start <= 0 ? -start : (length - (start % length)) % length;
  const periods: PeriodShare[] = [];
  let known = 0;
  for (let index = skipped; index + length <= weeks.length && known < wanted; index += length) {
    const inside = weeks.slice(index, index + length);
    const [first] = inside;
    if (first === undefined) break;
    const period = { week: first.week, weeks: length, ...summed(inside) };
    if (hasNumber(period)) known += 1;
    periods.push(period);
  }
  return periods;
}

/**
 * How long the periods of a chart of shares have to be (program rule): the shortest of one, four and thirteen weeks in which five events and five
 * that aren't are expected, on average over the periods that its limits come from; null where none is long enough, so that counts alone are shown.
 * Before there is a whole period, the weeks so far say what one would hold.
 */
export function periodLength(weeks: readonly WeekShare[], from: Day): PeriodLength | null {
  return (
    periodLengths.find((length) => {
      const first = periodsOf(weeks, from, length, baselinePeriods).filter(hasNumber);
      const begun = first.length > 0 ? first : weeks.filter(({ week }) => week >= from);
      const { numerator, denominator } = summed(begun);
      const periods = first.length > 0 ? first.length : begun.length / length;
      return numerator >= leastExpected * periods && denominator - numerator >= leastExpected * periods && denominator > 0;
    }) ?? null
  );
}
