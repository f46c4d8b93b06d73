import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { dayAt, type Zone } from '#domain/calendar/calendar.ts';
import { isInEpisode, isScoreOfEpisode } from '#domain/episodes/in-episode.ts';
import type { EpisodeSpan } from '#domain/episodes/spans.ts';
import type { Goal, Instruments } from '#server/care-plan/care-records.rows.ts';
import type { Review } from '#server/care-plan/reviews.rows.ts';
import type { Phase } from '#server/phases/phases.rows.ts';

type Records = EpisodeSpan & {
  readonly zone: Zone;
  readonly served: readonly SessionFacts[];
  readonly phases: readonly Phase[];
  readonly goals: readonly Goal[];
  readonly instruments: readonly Instruments[];
  readonly reviews: readonly Review[];
};

/**
 * What of a client's records is of the episode that is looked at (program rule): its sessions, phases, ratings, reviews and scores. What is still owed of
 * an earlier one, an adjustment or a safety concern, stays theirs and isn't here.
 */
export function recordsInEpisode(records: Records) {
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
