import { queryOptions } from '@tanstack/react-query';
import { medications as medicationsApi } from '#api/medications.ts';

export const expectations = {
  map: () => queryOptions({ queryKey: ['medications', 'map'], queryFn: ({ signal }) => medicationsApi.map({}, { signal }) }),
};
