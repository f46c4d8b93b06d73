import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { reviews as reviewsContract } from '#contract/care-plan-reviews.ts';

export const reviews = {
  ofClient: (clientId: string) =>
    queryOptions({ queryKey: ['reviews', clientId], queryFn: ({ signal }) => call(reviewsContract.ofClient, { clientId }, { signal }) }),
};
