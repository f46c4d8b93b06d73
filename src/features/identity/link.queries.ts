import { queryOptions } from '@tanstack/react-query';
import { links as linksApi } from '#api/links.ts';

/** What a one-time link is for. It is asked once: a link doesn't change while its page is open. */
export const link = {
  shown: (token: string) =>
    queryOptions({
      queryKey: ['link', token],
      queryFn: ({ signal }) => linksApi.link({ token }, { signal }),
      staleTime: Infinity,
      retry: false,
    }),
};
