import { queryOptions } from '@tanstack/react-query';
import { reviews as reviewsApi } from '#api/reviews.ts';

export const reviews = {
  ofClient: (clientId: string) =>
    queryOptions({ queryKey: ['reviews', clientId], queryFn: ({ signal }) => reviewsApi.ofClient({ clientId }, { signal }) }),
};
