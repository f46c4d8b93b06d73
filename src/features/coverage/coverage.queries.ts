import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { coverage as coverageContract } from '#contract/coverage.ts';

export const coverage = {
  list: () => queryOptions({ queryKey: ['coverage'], queryFn: ({ signal }) => call(coverageContract.list, {}, { signal }) }),
};
