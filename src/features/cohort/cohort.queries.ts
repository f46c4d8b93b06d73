import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { cohort as cohortContract } from '#contract/cohort.ts';
import type { CountedPart } from '#contract/cohort.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import type { PeopleSort } from '#domain/cohort/people-sort.ts';

/** What narrows a cohort, as the address holds it. */
export type CohortFilter = { from?: string; to?: string; site?: string; program?: string };

export const cohort = {
  overview: (filter: CohortFilter) =>
    queryOptions({
      queryKey: ['cohort', 'overview', filter],
      queryFn: ({ signal }) => call(cohortContract.overview, filter, { signal }),
      placeholderData: keepPreviousData,
    }),
  people: (measure: MeasureKind, filter: CohortFilter, counted: CountedPart, { by, down }: PeopleSort) =>
    infiniteQueryOptions({
      queryKey: ['cohort', 'people', measure, filter, counted, by, down],
      queryFn: ({ signal, pageParam }) =>
        call(
          cohortContract.people,
          { measure, ...filter, counted, sort: down ? `-${by}` : by, ...(pageParam !== null && { after: pageParam }) },
          { signal },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
};
