import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { attendance as attendanceContract } from '#contract/attendance.ts';
import { sessions } from '#contract/scheduling-sessions.ts';

export const attendance = {
  roster: (sessionId: string) =>
    queryOptions({
      queryKey: ['attendance', 'roster', sessionId],
      queryFn: ({ signal }) => call(attendanceContract.roster, { sessionId }, { signal }),
    }),
  makeUps: (clientId: string, sessionId: string) =>
    queryOptions({
      queryKey: ['attendance', 'make-ups', clientId, sessionId],
      queryFn: ({ signal }) => call(sessions.makeUpOffers, { clientId, sessionId }, { signal }),
    }),
};
