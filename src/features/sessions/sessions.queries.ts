import { queryOptions } from '@tanstack/react-query';
import { sessions as sessionsApi } from '#api/sessions.ts';
import type { Day } from '#domain/calendar.ts';

export const sessions = {
  /** Null is the clinic's own today. */
  ofDay: (on: Day | null) =>
    queryOptions({
      queryKey: ['sessions', on ?? 'today'],
      queryFn: ({ signal }) => sessionsApi.ofDay(on === null ? {} : { on }, { signal }),
    }),
};
