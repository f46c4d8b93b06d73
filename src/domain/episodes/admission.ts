import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { ageOn, reopens } from './episodes.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** Where a program finds a client's earlier care, for the question whether a return is the same episode. */
export type EarlierEpisode = {
  readonly id: string;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly closedBecause: string | null;
  readonly lastServedOn: Day | null;
};

export type Admission =
  | { readonly kind: 'open-already'; readonly since: Day }
  | { readonly kind: 'inside-earlier'; readonly closedOn: Day }
  | { readonly kind: 'first' }
  | { readonly kind: 'reopens'; readonly episodeId: string; readonly lastServedOn: Day }
  | { readonly kind: 'new'; readonly lastServedOn: Day | null };

/**
 * What an opening on a day is (program rule): a return within 30 days of the last service reopens the same episode, a later one opens a new one.
 * An episode in which nobody was ever served, or that ended with a death, isn't reopened.
 */
export function admissionOn(openedOn: Day, latest: EarlierEpisode | null, settings: Pick<ProgramSettings, 'unservedDays'>): Admission {
  if (latest === null) return { kind: 'first' };
  if (latest.closedOn === null) return { kind: 'open-already', since: latest.openedOn };
  if (openedOn < latest.closedOn) return { kind: 'inside-earlier', closedOn: latest.closedOn };
  if (latest.lastServedOn === null || latest.closedBecause === 'died') return { kind: 'new', lastServedOn: latest.lastServedOn };
  return reopens(latest.lastServedOn, openedOn, settings)
    ? { kind: 'reopens', episodeId: latest.id, lastServedOn: latest.lastServedOn }
    : { kind: 'new', lastServedOn: latest.lastServedOn };
}

/** The days between a closing and a return, in which nothing was owed on either side; null where there are none. */
export const daysAway = (closedOn: Day, returnedOn: Day): { readonly from: Day; readonly to: Day } | null => {
  const [from, to] = [addDays(closedOn, 1), addDays(returnedOn, -1)];
  return from <= to ? { from, to } : null;
};

export const populations = ['adult', 'adolescent'] as const;
export type Population = (typeof populations)[number];

/** Whether the age lets somebody in: under-18s belong to an adolescent program. An unknown birth date is not known to be 18. */
export function ageAllows(bornOn: Day | null, openedOn: Day, population: Population): 'yes' | 'under-18' | 'not-known' {
  if (population === 'adolescent') return 'yes';
  if (bornOn === null) return 'not-known';
  return ageOn(bornOn, openedOn) < 18 ? 'under-18' : 'yes';
}
