import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { EpisodeSpan } from './spans.ts';

/** Everything said of a client is of the episode that it is said in (program rule): whether a day is one of it. */
export const isInEpisode = (on: Day, { openedOn, closedOn }: EpisodeSpan): boolean =>
  on >= openedOn && (closedOn === null || on <= closedOn);

/** An instrument taken shortly before the opening is accepted as the admission's. */
const acceptedBeforeDays = 30;

export const isScoreOfEpisode = (on: Day, { openedOn, closedOn }: EpisodeSpan): boolean =>
  isInEpisode(on, { openedOn: addDays(openedOn, -acceptedBeforeDays), closedOn });
