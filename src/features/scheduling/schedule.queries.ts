import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { clients as clientsApi } from '#api/clients.ts';
import { closures as closuresApi } from '#api/closures.ts';
import { groups as groupsApi } from '#api/groups.ts';
import { locations as locationsApi } from '#api/locations.ts';
import { sessions as sessionsApi } from '#api/sessions.ts';

export const schedule = {
  locations: () => queryOptions({ queryKey: ['locations'], queryFn: ({ signal }) => locationsApi.list({}, { signal }) }),
  groups: () => queryOptions({ queryKey: ['groups'], queryFn: ({ signal }) => groupsApi.list({}, { signal }) }),
  group: (groupId: string) =>
    queryOptions({ queryKey: ['groups', groupId], queryFn: ({ signal }) => groupsApi.one({ groupId }, { signal }) }),
  roster: (groupId: string) =>
    queryOptions({ queryKey: ['groups', groupId, 'roster'], queryFn: ({ signal }) => groupsApi.roster({ groupId }, { signal }) }),
  closures: () => queryOptions({ queryKey: ['closures'], queryFn: ({ signal }) => closuresApi.list({}, { signal }) }),
  makeUps: (clientId: string, sessionId: string) =>
    queryOptions({
      queryKey: ['sessions', 'make-ups', clientId, sessionId],
      queryFn: ({ signal }) => sessionsApi.makeUpOffers({ clientId, sessionId }, { signal }),
      staleTime: 0,
    }),
  /** People in care whose name or chart number holds what was typed. */
  people: (text: string) =>
    queryOptions({
      queryKey: ['clients', 'for a place', text],
      queryFn: ({ signal }) => clientsApi.search({ text }, { signal }),
      enabled: text !== '',
    }),
};

/** A change of the schedule is seen in all of its pages. */
export const scheduleChanged = (cache: QueryClient): Promise<void> =>
  cache.invalidateQueries({ predicate: ({ queryKey }) => ['sessions', 'groups', 'closures', 'locations'].includes(String(queryKey[0])) });
