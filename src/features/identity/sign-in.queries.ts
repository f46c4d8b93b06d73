import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { signIn as signInContract } from '#contract/identity.ts';

export const signIn = {
  me: () =>
    queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => call(signInContract.me, {}, { signal }), staleTime: Infinity, retry: false }),
};
