import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { screenPlans as screenPlansContract } from '#contract/screen-plans.ts';
import { screenSlots } from '#contract/screen-plans-slots.ts';

export const screenPlans = {
  one: (clientId: string) =>
    queryOptions({
      queryKey: ['screen-plans', clientId],
      queryFn: ({ signal }) => call(screenPlansContract.one, { clientId }, { signal }),
    }),
  sessions: (clientId: string) =>
    queryOptions({
      queryKey: ['screen-plans', clientId, 'sessions'],
      queryFn: ({ signal }) => call(screenSlots.sessions, { clientId }, { signal }),
    }),
};
