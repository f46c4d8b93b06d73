import type { BeforeAfter, Compared, ComparedMeasure, MeasureCompared } from './before-after.ts';
import { dayMonth } from '#domain/calendar/words.ts';
import type { Window } from './states.ts';

export const comparedNames: Readonly<Record<ComparedMeasure, string>> = {
  'hours-a-week': 'Hours a week',
  'sessions-attended': 'Sessions attended',
  'screens-collected': 'Screens collected',
  'unexpected-of-collected': 'Unexpected of collected',
  'PHQ-9': 'PHQ-9',
  'GAD-7': 'GAD-7',
};

/** Under the figures, always. */
export const noCause = "Other things changed too. This comparison doesn't prove cause.";

/** '7.1', '9', '10 of 12'; a gap is said. Counts are never turned into a share of a handful. */
export function comparedWords(compared: Compared | null, measure: ComparedMeasure): string {
  if (compared === null) return 'not known';
  if (compared.kind === 'count') return `${compared.k} of ${compared.n}`;
  return measure === 'hours-a-week' ? compared.value.toFixed(1) : String(compared.value);
}

/** 'Hours a week 7.1, then 9.0' */
export const rowWords = ({ measure, before, after }: MeasureCompared): string =>
  `${comparedNames[measure]} ${comparedWords(before, measure)}, then ${comparedWords(after, measure)}`;

/** '16 Sep to 13 Oct' */
export const windowWords = ({ from, to, days }: Window): string => (days === 0 ? 'no days' : `${dayMonth(from)} to ${dayMonth(to)}`);

/** Why there is nothing to compare yet, or at all; null where there is. */
export function waitWords({ before, after, wanted, comparison }: BeforeAfter): string | null {
  switch (comparison) {
    case 'comparable':
      return null;
    case 'too-soon':
      return `Too soon: ${after.days} of ${wanted} days`;
    case 'too-short':
      return before.days < after.days
        ? `Too short: ${before.days} of ${wanted} days before`
        : `Too short: ${after.days} of ${wanted} days after, then another adjustment was signed`;
    case 'ended':
      return `Too short: ${after.days} of ${wanted} days after, then the episode ended`;
  }
  comparison satisfies never;
}
