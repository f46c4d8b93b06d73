import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { imports as importsContract } from '#contract/imports.ts';
import type { RowShown } from '#contract/imports-shown.ts';

export type Show = 'fix' | 'fix-each' | 'update' | 'here' | 'ready' | 'skipped' | 'in';

/** How often a page asks while the server works on an import. */
const whileWorking = 700;

export const isUnderWay = (state: string): boolean => state === 'checking' || state === 'importing';

export const imports = {
  list: () =>
    infiniteQueryOptions({
      queryKey: ['imports', 'list'],
      queryFn: ({ signal, pageParam }) => call(importsContract.list, pageParam === null ? {} : { after: pageParam }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
  one: (importId: string) =>
    queryOptions({
      queryKey: ['imports', importId],
      queryFn: ({ signal }) => call(importsContract.one, { importId }, { signal }),
      refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data.import.state) ? whileWorking : false),
    }),
  rows: (importId: string, show: Show, after: number) =>
    queryOptions({
      queryKey: ['imports', importId, 'rows', show, after],
      queryFn: ({ signal }) => call(importsContract.rows, { importId, show, ...(after > 0 && { after: String(after) }) }, { signal }),
    }),
  missing: (importId: string) =>
    infiniteQueryOptions({
      queryKey: ['imports', importId, 'missing'],
      queryFn: ({ signal, pageParam }) =>
        call(importsContract.missing, { importId, ...(pageParam !== null && { after: pageParam }) }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
};

export type Row = RowShown;
