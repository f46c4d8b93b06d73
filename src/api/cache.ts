import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from './client.ts';

/** Server data, asked for once and kept until a change is heard of. Refusals are final; only a lost connection is tried again. */
export function newCache(onSignedOut: (code: string) => void): QueryClient {
  const watch = (error: unknown) => {
    if (error instanceof Refused && (error.code === 'signed-out' || error.code === 'locked')) onSignedOut(error.code);
  };
  return new QueryClient({
    // The question of who is here answers for itself; asking it again because of its own answer would never end.
    queryCache: new QueryCache({ onError: (error, query) => void (query.queryKey[0] !== 'me' && watch(error)) }),
    mutationCache: new MutationCache({ onError: watch }),
    // A request is made even where the browser believes it is offline: the answer says so, instead of a silence.
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (count, error) => count < 2 && error instanceof Refused && (error.code === 'offline' || error.code === 'unavailable'),
        refetchOnWindowFocus: true,
      },
    },
  });
}
