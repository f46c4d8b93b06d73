import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { attendance as attendanceContract } from '#contract/attendance.ts';
import type { SoughtRequested } from '#contract/pages.ts';
import { sessions } from '#contract/scheduling-sessions.ts';

export const attendance = {
  roster: (sessionId: string) =>
    queryOptions({
      queryKey: ['attendance', 'roster', sessionId],
      queryFn: ({ signal }) => call(attendanceContract.roster, { sessionId }, { signal }),
    }),
  /** People who may be written into the roster. The search is no list that a change makes old: it is asked anew by whoever looks again. */
  sought: (sessionId: string, search: string) =>
    infiniteQueryOptions({
      queryKey: ['sought', 'roster', sessionId, search],
      queryFn: ({ signal, pageParam }) =>
        call(attendanceContract.findPerson, { sessionId, search, ...(pageParam !== null && { after: pageParam }) }, { signal }),
      initialPageParam: null as SoughtRequested['after'] | null,
      getNextPageParam: ({ next }) => next,
      enabled: search !== '',
      networkMode: 'always',
      gcTime: 0,
    }),
  makeUps: (clientId: string, sessionId: string) =>
    queryOptions({
      queryKey: ['attendance', 'make-ups', clientId, sessionId],
      queryFn: ({ signal }) => call(sessions.makeUpOffers, { clientId, sessionId }, { signal }),
    }),
};
