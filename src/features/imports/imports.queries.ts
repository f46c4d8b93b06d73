import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { imports as importsContract } from '#contract/imports.ts';
import type { RowShown } from '#contract/imports-shown.ts';

export type Show = 'fix' | 'fix-each' | 'update' | 'here' | 'ready' | 'skipped' | 'in';

/** How often a page asks while the server works on an import. */
const whileWorking = 700;

export const isUnderWay = (state: string): boolean => state === 'checking' || state === 'importing';

export const imports = {
  list: () => queryOptions({ queryKey: ['imports', 'list'], queryFn: ({ signal }) => call(importsContract.list, {}, { signal }) }),
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
    queryOptions({
      queryKey: ['imports', importId, 'missing'],
      queryFn: ({ signal }) => call(importsContract.missing, { importId }, { signal }),
    }),
};

export type Row = RowShown;
