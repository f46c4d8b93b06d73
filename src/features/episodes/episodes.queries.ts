import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { episodes as episodesContract } from '#contract/episodes.ts';

export const episodes = {
  ofClient: (clientId: string) =>
    queryOptions({ queryKey: ['episodes', clientId], queryFn: ({ signal }) => call(episodesContract.ofClient, { clientId }, { signal }) }),
  endingRequests: () =>
    queryOptions({
      queryKey: ['episodes', 'ending-requests'],
      queryFn: ({ signal }) => call(episodesContract.endingRequests, {}, { signal }),
    }),
};
