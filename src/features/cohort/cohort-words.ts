import type { CohortOverview, Measured, Tally, TimeToAnswer } from '#contract/cohort.ts';
import { percent } from '#domain/attendance/words.ts';
import { clockWords, dayMonth, dayWithYear } from '#domain/calendar/words.ts';
import { addDays, timeAt, type Day } from '#domain/calendar/calendar.ts';
import { baselinePeriods } from '#domain/cohort/periods.ts';
import type { CountedReason } from '#domain/cohort/rows.ts';
import { measureHints, periodsNoun } from '#domain/cohort/words.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import { countNumber } from '#domain/statistics/count-words.ts';
import { readingNames } from '#domain/drug-screens/words.ts';

export const cohortWords = {
  title: 'Cohort',
  columns: {
    measure: 'Measure',
    latest: (weeks: number) => (weeks === 1 ? 'Latest week' : `Latest ${weeks} weeks`),
    variation: 'Variation',
    assurance: 'Assurance',
    trend: (weeks: number) => `${weeks} weeks`,
    target: 'Target',
  },
  filters: {
    range: 'Range',
    site: 'Site',
    program: 'Program',
    weeks: (count: number) => `Last ${count} weeks`,
    allSites: 'All sites',
    allPrograms: 'All programs',
  },
  legend: {
    improve: 'improvement signal',
    concern: 'concern signal',
    common: 'common cause',
    lines: 'double line = target, dashed = limits, dotted = limits on trial',
  },
  opensPeople: 'every number opens the people behind it',
  waiting: 'the cohort',
  noWeeks: 'No closed weeks yet. A week closes at the end of its Sunday; the numbers start then.',
  usualRange: 'Show the last 26 weeks',
  nothingToCount: 'nothing to count',
  countsOnly: 'Counts only, no chart',
  onCharts: 'On the charts',
  noTarget: 'none',
  noDirection: 'no direction',
  weeksTable: 'Weeks as a table',
  week: 'Week of',
  definitions: 'What each number counts, and what it leaves out',
  people: 'People',
  figureUnavailable: (title: string) => `We couldn’t work out “${title}” in time. The other numbers are up to date.`,
  measureUnavailable: 'Couldn’t be worked out in time.',
  asOf: (time: string) => `As of ${time}`,
  stale: (time: string) => `Showing data from ${time}. Live updates stopped.`,
  weeksStart: 'weeks start Monday',
  workedOut: (clients: number): string =>
    `The hours of ${clients > 100 ? 'more than 100' : countNumber(clients)} ${clients === 1 ? 'client are' : 'clients are'} being worked out. Prescribed hours delivered are not whole yet.`,
};

/** 'All sites, all programs, 25 May to 22 Nov 2026' */
export function rangeWords(
  { choices, whose, weeks }: Pick<CohortOverview, 'choices' | 'whose' | 'weeks'>,
  site: string | undefined,
  program: string | undefined,
): string {
  const nameOf = (all: readonly { id: string; name: string }[], id: string | undefined, none: string) =>
    id === undefined ? none : (all.find((one) => one.id === id)?.name ?? none);
  return [
    ...(whose === 'caseload' ? ['Your caseload'] : []),
    nameOf(choices.sites, site, 'all sites'),
    nameOf(choices.programs, program, 'all programs'),
    ...(weeks === null ? [] : [spanWords(weeks.from, weeks.to)]),
  ]
    .join(', ')
    .replace(/^./, (first) => first.toUpperCase());
}

/** '25 May to 22 Nov 2026' */
export const spanWords = (from: Day, to: Day): string =>
  `${from.slice(0, 4) === to.slice(0, 4) ? dayMonth(from) : dayWithYear(from)} to ${dayWithYear(to)}`;

export const timeWords = ({ asOf, timeZone }: Pick<CohortOverview, 'asOf' | 'timeZone'>): string => clockWords(timeAt(asOf, timeZone));

const reasonNames: Readonly<Record<Exclude<CountedReason, keyof typeof readingNames>, string>> = {
  'for-cause': 'outside the schedule',
  'hours-unknown': 'with hours not known',
  'not-yet-due': 'not yet due',
  'nothing-offered': 'with nothing offered',
  corrected: 'corrected since',
};

export const reasonName = (reason: CountedReason): string => ({ ...readingNames, ...reasonNames })[reason];

const listed = (counts: Tally['excluded']): string => counts.map(({ reason, count }) => `${count} ${reasonName(reason)}`).join(', ');

/** '2 not yet due, 1 explained', or that nothing was left out. */
export const leftOutInWords = ({ excluded }: Pick<Tally, 'excluded'>): string =>
  excluded.length === 0 ? 'Nothing is left out.' : `Left out: ${listed(excluded)}.`;

/** Named inside the denominator: '2 not collected, 1 declined'. */
export const separateInWords = ({ separate }: Pick<Tally, 'separate'>): string | null =>
  separate.length === 0 ? null : `Counted, and listed apart: ${listed(separate)}.`;

/** Under the measure's name: what it is about, and for hours how many weeks of how many people. */
export function hintWords(kind: MeasureKind, { met, notMet, people }: Tally): string {
  if (kind !== 'hours') return measureHints[kind];
  return `${countNumber(met + notMet)} client-weeks, ${countNumber(people)} ${people === 1 ? 'client' : 'clients'}`;
}

/** What the small chart shows, for those who don't see it. */
export function trendWords({ trend, target }: Measured): string {
  const noun = periodsNoun(trend.periodWeeks);
  const known = trend.points.flatMap(({ numerator, denominator }) => (denominator === 0 ? [] : [numerator / denominator]));
  const last = known.at(-1);
  if (last === undefined) return `${trend.points.length} ${noun}, nothing to count in any`;
  const aim = target === null ? 'no target' : `target ${percent(target)}`;
  return `${known.length} of ${trend.points.length} ${noun} with something to count: from ${percent(Math.min(...known))} to ${percent(Math.max(...known))}, the latest ${percent(last)}; ${aim}`;
}

/** Where a chart's limits come from, or why it has none. */
export function limitsWords({ baseline, periodWeeks, variation }: Measured['trend']): string {
  if (variation.kind === 'too-few-events')
    return 'Even 13 weeks hold fewer than 5 of either kind: shares would jump about by chance, so counts alone are shown.';
  if (baseline === null)
    return `Limits come from the first ${baselinePeriods} ${periodsNoun(periodWeeks)} with something to count; there are fewer yet.`;
  const span = spanWords(baseline.from, addDays(baseline.to, (periodWeeks ?? 1) * 7 - 1));
  return `Limits come from ${baselinePeriods} ${periodsNoun(periodWeeks)}, ${span}, and hold until the chart is rebased.`;
}

/** '60 results, 26 Oct to 22 Nov' */
export const resultsWords = ({ results }: TimeToAnswer, latest: CohortOverview['latest']): string =>
  `${results} ${results === 1 ? 'result' : 'results'}${latest === null ? '' : `, ${dayMonth(latest.from)} to ${dayMonth(latest.to)}`}`;
