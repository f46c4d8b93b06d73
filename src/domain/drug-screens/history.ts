import { addDays, type Day } from '#domain/calendar/calendar.ts';

/** Days back from an import within which a result that it brought in can still be acted on. Older ones are history, and open nothing. */
const actedOnDays = 14;

/** The first day whose imported results can still be acted on. What was logged here always can. */
export const actedOnSince = (today: Day): Day => addDays(today, -actedOnDays);

/** Whether what is found on a screen can still open something. */
export const isActedOn = ({ source, on }: { readonly source: 'logged' | 'imported'; readonly on: Day }, today: Day): boolean =>
  source === 'logged' || on >= actedOnSince(today);
