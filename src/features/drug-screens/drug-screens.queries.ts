import { queryOptions } from '@tanstack/react-query';
import { drugScreens as drugScreensApi } from '#api/drug-screens.ts';

export const drugScreens = {
  cupLog: (sessionId: string) =>
    queryOptions({
      queryKey: ['drug-screens', 'log', sessionId],
      queryFn: ({ signal }) => drugScreensApi.cupLog({ sessionId }, { signal }),
    }),
};
