import { dayAt } from '#domain/calendar/calendar.ts';
import { isInEpisode, isScoreOfEpisode } from '#domain/episodes/in-episode.ts';
import type { ClientRecords } from './facts-at.ts';

/**
 * What of a client's records is of the episode that is looked at (program rule): its sessions, phases, ratings, reviews and scores. What is still owed of
 * an earlier one, an adjustment or a safety concern, stays theirs and isn't here.
 */
export function recordsInEpisode(records: ClientRecords) {
  const { served, zone, phases, goals, instruments, reviews } = records;
  return {
    sessions: served.filter(({ startsAt }) => isInEpisode(dayAt(startsAt, zone), records)),
    phases: phases.filter(({ from }) => isInEpisode(from, records)),
    goals: goals.map((goal) => ({ ...goal, ratings: goal.ratings.filter(({ on }) => isInEpisode(on, records)) })),
    instruments: instruments
      .map((one) => ({ ...one, scores: one.scores.filter(({ on }) => isScoreOfEpisode(on, records)) }))
      .filter(({ scores }) => scores.length > 0),
    reviews: reviews.filter(({ on }) => isInEpisode(on, records)),
  };
}
