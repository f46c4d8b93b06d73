import { queryOptions } from '@tanstack/react-query';
import { api } from '#api/client.ts';

export const signIn = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => api.signIn.me({}, { signal }), staleTime: Infinity, retry: false }),
};
