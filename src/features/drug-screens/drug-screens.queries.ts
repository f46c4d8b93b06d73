import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { drugScreens as drugScreensContract } from '#contract/drug-screens.ts';
import type { SoughtRequested } from '#contract/pages.ts';
import { millisecondsOf } from '#domain/calendar/calendar.ts';

/** How long until collection opens and the log has to be asked for again; a little after, so that the server's clock is there too. */
function untilOpen(log: OutputOf<typeof drugScreensContract.cupLog> | undefined): number | false {
  if (log === undefined) return false;
  const left = millisecondsOf(log.session.collectionOpensAt) - millisecondsOf(log.asOf);
  // A timer can't wait for more than 24 days.
  return left > 0 && left < 86_400_000 ? left + 1000 : false;
}

export const drugScreens = {
  codes: () =>
    queryOptions({ queryKey: ['drug-screens', 'codes'], queryFn: ({ signal }) => call(drugScreensContract.codes, {}, { signal }) }),
  /** Specimens that wait for a laboratory: those sent, or every one that holds a presumptive positive too. */
  labQueue: (which: 'sent' | 'presumptive') =>
    infiniteQueryOptions({
      queryKey: ['drug-screens', 'lab', which],
      queryFn: ({ signal, pageParam }) =>
        call(
          drugScreensContract.labQueue,
          { ...(which === 'presumptive' && { presumptive: 'too' as const }), ...(pageParam !== null && { after: pageParam }) },
          { signal },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
  cupLog: (sessionId: string) =>
    queryOptions({
      queryKey: ['drug-screens', 'log', sessionId],
      queryFn: ({ signal }) => call(drugScreensContract.cupLog, { sessionId }, { signal }),
      refetchInterval: ({ state }) => untilOpen(state.data),
    }),
  /** People who may be written into the log, though they weren't due. */
  sought: (sessionId: string, search: string) =>
    infiniteQueryOptions({
      queryKey: ['sought', 'log', sessionId, search],
      queryFn: ({ signal, pageParam }) =>
        call(drugScreensContract.walkIn, { sessionId, search, ...(pageParam !== null && { after: pageParam }) }, { signal }),
      initialPageParam: null as SoughtRequested['after'] | null,
      getNextPageParam: ({ next }) => next,
      enabled: search !== '',
      gcTime: 0,
    }),
};
