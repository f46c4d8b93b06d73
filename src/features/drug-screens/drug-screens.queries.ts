import { queryOptions } from '@tanstack/react-query';
import { api } from '#api/client.ts';

export const drugScreens = {
  cupLog: (sessionId: string) =>
    queryOptions({
      queryKey: ['drug-screens', 'log', sessionId],
      queryFn: ({ signal }) => api.drugScreens.cupLog({ sessionId }, { signal }),
    }),
};
