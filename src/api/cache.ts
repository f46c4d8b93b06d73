import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused, takeChangedNouns } from './client.ts';

/** What is no answer about the clinic: who is here, and the poll that says whether others changed something. */
const aboutNothing: readonly unknown[] = ['me', 'changes'];

/** Server data, asked for once and kept until a change is heard of. Refusals are final; only a lost connection is tried again. */
export function newCache(onSignedOut: (code: string) => void): QueryClient {
  const watch = (error: unknown) => {
    if (error instanceof Refused && (error.code === 'signed-out' || error.code === 'locked')) onSignedOut(error.code);
  };
  // What a change made old is there anew before its form closes. A refusal tells of what somebody else was faster with.
  const askAgain = (result: unknown): Promise<void> => {
    const nouns = takeChangedNouns(result);
    return overtaken(result)
      ? everythingAgain(cache)
      : cache.invalidateQueries({ predicate: ({ queryKey }) => nouns.includes(String(queryKey[0])) });
  };
  const cache = new QueryClient({
    // The question of who is here answers for itself; asking it again because of its own answer would never end.
    queryCache: new QueryCache({ onError: (error, query) => void (query.queryKey[0] !== 'me' && watch(error)) }),
    mutationCache: new MutationCache({
      onSuccess: (answer) => askAgain(answer),
      onError: (error) => {
        watch(error);
        return askAgain(error);
      },
    }),
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
  return cache;
}

/** Asks again for all that is on screen. */
export const everythingAgain = (cache: QueryClient): Promise<void> =>
  cache.invalidateQueries({ predicate: ({ queryKey }) => !aboutNothing.includes(queryKey[0]) });

/** Forgets questions that nobody shows and that failed: those asked before somebody signed in were refused for that alone. */
export const forgetFailures = (cache: QueryClient): void =>
  cache.removeQueries({ predicate: (query) => query.state.status === 'error' && query.getObserversCount() === 0 });

/** Whether a refusal says that what is on screen is no longer so: a version that was passed, a step that is closed. */
const overtaken = (error: unknown): boolean => error instanceof Refused && (error.problem.status === 409 || error.problem.status === 412);
