import { hourNumber, percent } from '#domain/attendance/words.ts';
import type { LeftOut, Measure, MeasureKind } from './measures.ts';
import { countNumber } from '#domain/statistics/count-words.ts';
import { readingNames } from '#domain/drug-screens/words.ts';
import type { Assurance, Signal } from '#domain/statistics/control-charts.ts';
import { dayMonth } from '#domain/calendar/words.ts';
import { baselinePeriods, type PeriodLength } from './periods.ts';
import type { ChangeRebased, CohortTrend, Variation } from './trends.ts';

export const measureNames: Readonly<Record<MeasureKind, string>> = {
  answered: 'Answered within 72 h',
  collected: 'Screens collected of scheduled',
  hours: 'Prescribed hours delivered',
  unexpected: 'Unexpected of collected',
};

export const measureHints: Readonly<Record<MeasureKind, string>> = {
  answered: 'Unexpected results at least 72 h old',
  collected: 'Excused and cancelled by us left out',
  hours: 'Of the hours we offered',
  unexpected: 'Scheduled only; testing more finds more',
};

export const measureDefinitions: Readonly<Record<MeasureKind, string>> = {
  answered:
    'Unexpected results with a signed change, or no change with a reason, within 72 hours of the first result. Open ones count as not met.',
  collected: 'Screens handed over, valid or not, of those due. Declined and unable stay in; excused and cancelled by us are left out.',
  hours: 'Hours delivered, at most the hours offered, of the hours offered. What we cancelled is not offered.',
  unexpected:
    'Scheduled screens with an unexpected positive, of those that could be read. More testing finds more, so neither direction is better.',
};

const leftOutName = (reason: LeftOut): string => {
  if (reason === 'for-cause') return 'outside the schedule';
  if (reason === 'hours-unknown') return 'with hours not known';
  return reason === 'not-yet-due' ? 'not yet due' : readingNames[reason];
};

const list = (counts: Measure['excluded']): string => counts.map(({ reason, count }) => `${count} ${leftOutName(reason)}`).join(', ');

/** '23 excused, 8 cancelled by us left out'; null where nothing was. */
export const leftOutWords = ({ excluded }: Measure): string | null => (excluded.length === 0 ? null : `${list(excluded)} left out`);

/** '36 not collected, 15 declined, 5 unable'; null where nothing is listed. */
export const separateWords = ({ separate }: Measure): string | null => (separate.length === 0 ? null : list(separate));

/** '34 of 56', '2,148 of 2,652 h' */
export function countWords(kind: MeasureKind, { numerator, denominator }: Measure): string {
  const shown = (value: number) => (kind === 'hours' ? countNumber(Math.round(value)) : hourNumber(value));
  return `${shown(numerator)} of ${shown(denominator)}${kind === 'hours' ? ' h' : ''}`;
}

/** '61%'; null where there was nothing to count, which is a gap and not 0. */
export const shareWords = ({ numerator, denominator }: Measure): string | null =>
  denominator === 0 ? null : percent(numerator / denominator);

const rebasedNames: Readonly<Record<ChangeRebased, string>> = {
  improved: 'Improved, then rebased',
  worsened: 'Worsened, then rebased',
  changed: 'Changed, then rebased',
};

export function variationName(variation: Variation): string {
  switch (variation.kind) {
    case 'common-cause':
      return 'Common cause';
    case 'improvement':
      return 'Improving';
    case 'concern':
      return 'Concern';
    case 'special-cause':
      return 'Something changed';
    case 'too-few':
      return 'Too few weeks';
    case 'too-few-events':
      return 'Too few to judge';
    case 'no-spread':
      return 'No verdict';
    case 'rebased':
      return rebasedNames[variation.was];
  }
  variation satisfies never;
}

/** 'weeks', 'periods of 4 weeks' */
export const periodsNoun = (periodWeeks: PeriodLength | null): string =>
  periodWeeks === null || periodWeeks === 1 ? 'weeks' : `periods of ${periodWeeks} weeks`;

/** '7 weeks above mean', 'no signal'; which rule spoke, in words. */
export function variationWords(variation: Variation, periodWeeks: PeriodLength | null = 1): string {
  const [one, many] = periodWeeks === null || periodWeeks === 1 ? ['week', 'weeks'] : ['period', 'periods'];
  switch (variation.kind) {
    case 'too-few':
      return `trial, ${variation.points} of ${baselinePeriods} ${periodsNoun(periodWeeks)}`;
    case 'rebased':
      return `trial limits, ${variation.points} of ${baselinePeriods} ${periodsNoun(periodWeeks)} since ${dayMonth(variation.from)}`;
    case 'too-few-events':
      return 'counts only';
    case 'no-spread':
      return `the first ${baselinePeriods} ${many} are all equal`;
    case 'common-cause':
      return 'no signal';
    case 'improvement':
    case 'concern':
    case 'special-cause':
      return signalWords(variation, one ?? 'week', many ?? 'weeks');
  }
  return variation satisfies never;
}

function signalWords({ rule, side, points, more }: Signal & { readonly more: boolean }, one: string, noun: string): string {
  const many = more ? `${noun} or more` : noun;
  switch (rule) {
    case 'outside-limits':
      return side === 'above' ? `latest ${one} above the upper limit` : `latest ${one} below the lower limit`;
    case 'seven-one-side':
      return `${points} ${many} ${side} mean`;
    case 'seven-trend':
      return `${points} ${many} ${side === 'above' ? 'rising' : 'falling'}`;
    case 'two-of-three':
      return `2 of 3 ${many} near the ${side === 'above' ? 'upper' : 'lower'} limit`;
  }
  return rule satisfies never;
}

export const assuranceNames: Readonly<Record<Assurance, string>> = {
  'will-meet': 'Will meet',
  'will-miss': 'Will miss',
  'may-or-may-not': 'May or may not meet',
  'no-target': 'No target set',
};

/** Whether the target will be met, or why that isn't said. */
export function assuranceWords({ assurance, variation }: Pick<CohortTrend, 'assurance' | 'variation'>): string {
  if (assurance !== null) return assuranceNames[assurance];
  switch (variation.kind) {
    case 'too-few-events':
      return 'Too few to judge';
    case 'rebased':
      return 'Not said while limits are on trial';
    case 'no-spread':
      return 'No spread to say it from';
    case 'too-few':
    case 'common-cause':
    case 'improvement':
    case 'concern':
    case 'special-cause':
      return 'Too few weeks to say';
  }
  return variation satisfies never;
}
