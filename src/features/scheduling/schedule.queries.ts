import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { clients } from '#contract/clients.ts';
import type { ClientsPageRequested } from '#contract/clients-list.ts';
import { closures as closuresContract } from '#contract/scheduling-closures.ts';
import { groups as groupsContract } from '#contract/scheduling-groups.ts';
import { locations as locationsContract } from '#contract/programs.ts';
import { sessions } from '#contract/scheduling-sessions.ts';

const picksAPage = 8;

export const schedule = {
  locations: () => queryOptions({ queryKey: ['locations'], queryFn: ({ signal }) => call(locationsContract.list, {}, { signal }) }),
  groups: () => queryOptions({ queryKey: ['groups'], queryFn: ({ signal }) => call(groupsContract.list, {}, { signal }) }),
  endedGroups: () =>
    infiniteQueryOptions({
      queryKey: ['groups', 'ended'],
      queryFn: ({ signal, pageParam }) => call(groupsContract.ended, pageParam === null ? {} : { after: pageParam }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
  group: (groupId: string) =>
    queryOptions({ queryKey: ['groups', groupId], queryFn: ({ signal }) => call(groupsContract.one, { groupId }, { signal }) }),
  roster: (groupId: string) =>
    queryOptions({
      queryKey: ['groups', groupId, 'roster'],
      queryFn: ({ signal }) => call(groupsContract.roster, { groupId }, { signal }),
    }),
  closures: () => queryOptions({ queryKey: ['closures'], queryFn: ({ signal }) => call(closuresContract.list, {}, { signal }) }),
  pastClosures: () =>
    infiniteQueryOptions({
      queryKey: ['closures', 'past'],
      queryFn: ({ signal, pageParam }) => call(closuresContract.past, pageParam === null ? {} : { after: pageParam }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
  makeUps: (clientId: string, sessionId: string) =>
    queryOptions({
      queryKey: ['sessions', 'make-ups', clientId, sessionId],
      queryFn: ({ signal }) => call(sessions.makeUpOffers, { clientId, sessionId }, { signal }),
      staleTime: 0,
    }),
  /** People in care who are found by what was typed, a few at a time. */
  people: (text: string) =>
    infiniteQueryOptions({
      queryKey: ['clients', 'picks', text],
      queryFn: ({ signal, pageParam }) =>
        call(clients.search, { text, most: picksAPage, ...(pageParam !== null && { after: pageParam }) }, { signal }),
      initialPageParam: null as ClientsPageRequested['after'] | null,
      getNextPageParam: ({ next }) => next,
      enabled: text !== '',
    }),
};
