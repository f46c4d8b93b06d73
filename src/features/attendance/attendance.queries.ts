import { queryOptions } from '@tanstack/react-query';
import { attendance as attendanceApi } from '#api/attendance.ts';

export const attendance = {
  roster: (sessionId: string) =>
    queryOptions({
      queryKey: ['attendance', 'roster', sessionId],
      queryFn: ({ signal }) => attendanceApi.roster({ sessionId }, { signal }),
    }),
};
