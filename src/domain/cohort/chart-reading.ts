import { addDays, weekOf, type Day } from '#domain/calendar/calendar.ts';
import { baselinePeriods } from './periods.ts';
import { baselineEnd, type Baseline, type ChartRecord } from './stretches.ts';

/** So many weeks are always read, so that a verdict rests on more than a short range. */
const weeksAlwaysRead = 26;

/**
 * From which Monday on a chart has to be read to show a range: from some time before the range where the limits of every stretch in it are kept, and
 * otherwise from where the first one that isn't begins. Null is from the measure's beginning.
 */
export function chartReadFrom({ rebases, baselines }: ChartRecord, range: { readonly from: Day; readonly to: Day }): Day | null {
  const starts = rebases.map(({ from }) => from).toSorted();
  const begun = baselines.filter(({ from }) => !starts.includes(from)).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (begun === undefined) return null;
  const longest = Math.max(...baselines.map(({ weeks }) => weeks)) * baselinePeriods;
  const before = addDays(weekOf(range.to), -7 * Math.max(weeksAlwaysRead, longest));
  // A run that began before what is shown is drawn whole, and counted.
  const from = addDays(weekOf(range.from) < before ? weekOf(range.from) : before, -7 * longest);
  const unkept = starts.find((start) => start <= range.to && !baselines.some((one) => one.from === start));
  return unkept !== undefined && unkept < from ? unkept : from;
}

// What is recorded late, a result that isn't due yet or a mark of the last evening, still counts in the weeks that limits come from.
const settlingDays = 7;

/** The baselines that can be kept by now and aren't yet: their last period is over for a week. */
export const baselinesToKeep = (found: readonly Baseline[], { baselines }: ChartRecord, today: Day): readonly Baseline[] =>
  found.filter((one) => !baselines.some(({ from }) => from === one.from) && addDays(baselineEnd(one), settlingDays) < today);
