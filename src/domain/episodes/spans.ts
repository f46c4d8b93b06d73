import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { LevelSpan } from './episodes.ts';

export type Begun = { readonly id: string; readonly from: Day };

/** Each of these runs until the day before the next one begins; the last until `endsOn`, or on where that is null. */
export const untilNext = <T extends Begun>(begun: readonly T[], endsOn: Day | null): readonly (T & { readonly to: Day | null })[] => {
  const sorted = begun.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.map((one, index) => {
    const next = sorted[index + 1];
    return { ...one, to: next === undefined ? endsOn : addDays(next.from, -1) };
  });
};

export type LevelStart = Begun & { readonly level: string };
export const levelSpans = (starts: readonly LevelStart[], closedOn: Day | null): readonly (LevelStart & LevelSpan)[] =>
  untilNext(starts, closedOn);

export type LevelProblem =
  | { readonly kind: 'gap'; readonly from: Day }
  | { readonly kind: 'outside'; readonly closedOn: Day }
  | { readonly kind: 'same-day'; readonly level: string }
  | { readonly kind: 'no-change'; readonly level: string };

/**
 * What stands in the way of these levels of one episode (program rule): the first begins with the episode, so that no day is without one;
 * none begins outside it; no two begin on one day; and a change is a change. Null where nothing does.
 */
export function levelProblem(
  starts: readonly LevelStart[],
  wanted: LevelStart,
  episode: { readonly openedOn: Day; readonly closedOn: Day | null },
): LevelProblem | null {
  const others = starts.filter(({ id }) => id !== wanted.id);
  if (episode.closedOn !== null && wanted.from > episode.closedOn) return { kind: 'outside', closedOn: episode.closedOn };
  const same = others.find(({ from }) => from === wanted.from);
  if (same !== undefined) return { kind: 'same-day', level: same.level };
  const all = [...others, wanted].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (wanted.from < episode.openedOn || all[0]?.from !== episode.openedOn) return { kind: 'gap', from: episode.openedOn };
  const twice = all.find((one, index) => all[index + 1]?.level === one.level);
  return twice === undefined ? null : { kind: 'no-change', level: twice.level };
}

export type Leave = { readonly id: string; readonly from: Day; readonly to: Day | null };

/** The leave that shares a day with this one; an open one has no end. Null where none does. */
export const leaveOverlapping = <T extends Leave>(
  wanted: Omit<Leave, 'id'> & { readonly id: string | null },
  all: readonly T[],
): T | null =>
  all.find((one) => one.id !== wanted.id && (one.to === null || wanted.from <= one.to) && (wanted.to === null || one.from <= wanted.to)) ??
  null;

/** The days of one episode; `closedOn` is null while it is open. */
export type EpisodeSpan = { readonly openedOn: Day; readonly closedOn: Day | null };

/**
 * The first day of the episode that a day belongs to, from episodes in the order of their opening; null before the first. The opening itself
 * counts, so that a clinic without attendance has a baseline that ends (program rule).
 */
export const admittedOn = (episodes: readonly EpisodeSpan[], on: Day): Day | null =>
  episodes.findLast(({ openedOn }) => openedOn <= on)?.openedOn ?? null;
