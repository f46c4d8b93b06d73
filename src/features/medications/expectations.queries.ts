import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { medications } from '#contract/medications.ts';

export const expectations = {
  map: () => queryOptions({ queryKey: ['medications', 'map'], queryFn: ({ signal }) => call(medications.map, {}, { signal }) }),
};
