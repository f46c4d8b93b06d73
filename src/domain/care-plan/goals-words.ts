import { dueDayWords } from '#domain/calendar/words.ts';
import { daysBetween, type Day } from '#domain/calendar/calendar.ts';

/** '2 rated', '1 of 3 rated', or the review that is near: 'review due Fri'. */
export function goalsWords(goals: readonly { readonly level: number | null }[], nextReview: Day | null, today: Day): string {
  if (goals.length === 0) return 'no goals yet';
  if (nextReview !== null && daysBetween(today, nextReview) <= 7) return `review due ${dueDayWords(nextReview, today)}`;
  const rated = goals.filter(({ level }) => level !== null).length;
  return rated === goals.length ? `${rated} rated` : `${rated} of ${goals.length} rated`;
}
