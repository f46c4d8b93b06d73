import { queryOptions } from '@tanstack/react-query';
import { screenPlans as screenPlansApi } from '#api/screen-plans.ts';
import { screenSlots as screenSlotsApi } from '#api/screen-slots.ts';

export const screenPlans = {
  one: (clientId: string) =>
    queryOptions({ queryKey: ['screen-plans', clientId], queryFn: ({ signal }) => screenPlansApi.one({ clientId }, { signal }) }),
  sessions: (clientId: string) =>
    queryOptions({
      queryKey: ['screen-plans', clientId, 'sessions'],
      queryFn: ({ signal }) => screenSlotsApi.sessions({ clientId }, { signal }),
    }),
};
