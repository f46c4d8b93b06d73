import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { links } from '#contract/identity-links.ts';

/** What a one-time link is for. It is asked once: a link doesn't change while its page is open. */
export const link = {
  shown: (token: string) =>
    queryOptions({
      queryKey: ['links', token],
      queryFn: ({ signal }) => call(links.link, { token }, { signal }),
      staleTime: Infinity,
      retry: false,
    }),
};
