import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Leave, LevelProblem } from './spans.ts';

export function levelProblemMessage(problem: LevelProblem): string {
  switch (problem.kind) {
    case 'gap':
      return `The first level begins with the episode, so that no day is without one. Give ${dayWithYear(problem.from)}.`;
    case 'outside':
      return `The episode was closed on ${dayWithYear(problem.closedOn)}. Give an earlier day.`;
    case 'same-day':
      return `${problem.level} begins on that day already. Correct that one, or give another day.`;
    case 'no-change':
      return `That is the level before or after it: ${problem.level}. Choose another level, or leave it as it is.`;
  }
  problem satisfies never;
}

/** '9 Mar 2026 to 12 Mar 2026' or '9 Mar 2026, no end yet' */
export const spanLabel = (from: Day, to: Day | null): string =>
  to === null ? `${dayWithYear(from)}, no end yet` : from === to ? dayWithYear(from) : `${dayWithYear(from)} to ${dayWithYear(to)}`;

export const leaveOverlapMessage = (other: Leave): string =>
  other.to === null
    ? `A leave that began on ${dayWithYear(other.from)} has no end yet. End that one first.`
    : `There is a leave from ${spanLabel(other.from, other.to)} already. Give days outside it, or change that one.`;
