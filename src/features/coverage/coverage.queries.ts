import { queryOptions } from '@tanstack/react-query';
import { coverage as coverageApi } from '#api/coverage.ts';

export const coverage = {
  list: () => queryOptions({ queryKey: ['coverage'], queryFn: ({ signal }) => coverageApi.list({}, { signal }) }),
};
