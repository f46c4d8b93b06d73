import { queryOptions } from '@tanstack/react-query';
import { api } from '#api/client.ts';
import type { Day } from '#domain/calendar.ts';

export const sessions = {
  /** Null is the clinic's own today. */
  ofDay: (on: Day | null) =>
    queryOptions({
      queryKey: ['sessions', on ?? 'today'],
      queryFn: ({ signal }) => api.sessions.ofDay(on === null ? {} : { on }, { signal }),
    }),
};
