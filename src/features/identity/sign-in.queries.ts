import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { admitOwner } from '#api/page-owner.ts';
import { signIn as signInContract } from '#contract/identity.ts';

export const signIn = {
  /** Who is here. Where it is somebody else than the page was drawn for, the page is emptied before the answer is known to it. */
  me: () =>
    queryOptions({
      queryKey: ['me'],
      queryFn: async ({ client, signal }) => {
        const me = await call(signInContract.me, {}, { signal });
        admitOwner(client, me.staffId);
        return me;
      },
      staleTime: Infinity,
      retry: false,
    }),
};
