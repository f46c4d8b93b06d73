import { queryOptions } from '@tanstack/react-query';
import { signIn as signInApi } from '#api/sign-in.ts';

export const signIn = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => signInApi.me({}, { signal }), staleTime: Infinity, retry: false }),
};
