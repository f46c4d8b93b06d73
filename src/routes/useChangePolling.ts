import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { everythingAgain } from '#api/cache.ts';
import { call } from '#api/client.ts';
import { changes } from '#contract/changes.ts';

const everyHalfMinute = 30_000;

/** Hears of what others changed, and asks again for what is on screen. The poll carries no client data. */
export function useChangePolling(inside: boolean): void {
  const cache = useQueryClient();
  const heard = useRef<number | null>(null);
  const { data } = useQuery({
    queryKey: ['changes'],
    queryFn: ({ signal }) => call(changes.since, { since: String(heard.current ?? 0) }, { signal }),
    refetchInterval: everyHalfMinute,
    enabled: inside,
    staleTime: 0,
  });

  // What the poll answers is news, not data to draw: it marks other answers as old.
  useEffect(() => {
    if (data === undefined) return;
    const first = heard.current === null;
    const news = !first && data.nouns.length > 0;
    heard.current = data.seq;
    if (news) void everythingAgain(cache);
  }, [data, cache]);
}
