import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { clients } from '#contract/clients.ts';
import { closures as closuresContract } from '#contract/scheduling-closures.ts';
import { groups as groupsContract } from '#contract/scheduling-groups.ts';
import { locations as locationsContract } from '#contract/programs.ts';
import { sessions } from '#contract/scheduling-sessions.ts';

export const schedule = {
  locations: () => queryOptions({ queryKey: ['locations'], queryFn: ({ signal }) => call(locationsContract.list, {}, { signal }) }),
  groups: () => queryOptions({ queryKey: ['groups'], queryFn: ({ signal }) => call(groupsContract.list, {}, { signal }) }),
  group: (groupId: string) =>
    queryOptions({ queryKey: ['groups', groupId], queryFn: ({ signal }) => call(groupsContract.one, { groupId }, { signal }) }),
  roster: (groupId: string) =>
    queryOptions({
      queryKey: ['groups', groupId, 'roster'],
      queryFn: ({ signal }) => call(groupsContract.roster, { groupId }, { signal }),
    }),
  closures: () => queryOptions({ queryKey: ['closures'], queryFn: ({ signal }) => call(closuresContract.list, {}, { signal }) }),
  makeUps: (clientId: string, sessionId: string) =>
    queryOptions({
      queryKey: ['sessions', 'make-ups', clientId, sessionId],
      queryFn: ({ signal }) => call(sessions.makeUpOffers, { clientId, sessionId }, { signal }),
      staleTime: 0,
    }),
  /** People in care whose name or chart number holds what was typed. */
  people: (text: string) =>
    queryOptions({
      queryKey: ['clients', 'search', { text }],
      queryFn: ({ signal }) => call(clients.search, { text }, { signal }),
      enabled: text !== '',
    }),
};
