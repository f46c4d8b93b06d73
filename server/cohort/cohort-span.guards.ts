import { addDays, dayAt, daysBetween, weekOf } from '#domain/calendar/calendar.ts';
import { closedWeeks } from '#domain/cohort/weeks.ts';
import { boundsOf, type CohortQuestion, type CohortSpan } from './cohort-span.ts';
import { latestWeeks } from './measures.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

const usualWeeks = 26;
const mostWeeks = 106;

/** From the Monday of the 26th closed week back to today, unless asked otherwise. Refuses a span that ends before it begins, and one of over two years. */
export function spanOf({ from, to }: CohortQuestion, { now, zone }: Pick<Context, 'now' | 'zone'>): CohortSpan {
  const today = dayAt(now, zone);
  const last = to ?? today;
  const first = from ?? addDays(weekOf(last < today ? last : today), -7 * usualWeeks);
  if (first > last) throw refuseField('from', 'Choose a first day that is not after the last.');
  if (daysBetween(first, last) > mostWeeks * 7) throw refuseField('from', 'Choose at most two years.');
  return { from: first, to: last, today, weeks: closedWeeks(first, last, today) };
}

/** A list without dates is that of the latest weeks, as the page's numbers are. */
export function listSpanOf(question: CohortQuestion, context: Context): CohortSpan {
  const span = spanOf(question, context);
  if (question.from !== undefined) return span;
  const latest = boundsOf(span.weeks.slice(-latestWeeks));
  return latest === null ? span : { ...span, ...latest, weeks: closedWeeks(latest.from, latest.to, span.today) };
}
