import { queryOptions } from '@tanstack/react-query';
import { episodes as episodesApi } from '#api/episodes.ts';

export const episodes = {
  ofClient: (clientId: string) =>
    queryOptions({ queryKey: ['episodes', clientId], queryFn: ({ signal }) => episodesApi.ofClient({ clientId }, { signal }) }),
};
