import { queryOptions } from '@tanstack/react-query';
import { attendance as attendanceApi } from '#api/attendance.ts';
import { sessions as sessionsApi } from '#api/sessions.ts';

export const attendance = {
  roster: (sessionId: string) =>
    queryOptions({
      queryKey: ['attendance', 'roster', sessionId],
      queryFn: ({ signal }) => attendanceApi.roster({ sessionId }, { signal }),
    }),
  makeUps: (clientId: string, sessionId: string) =>
    queryOptions({
      queryKey: ['attendance', 'make-ups', clientId, sessionId],
      queryFn: ({ signal }) => sessionsApi.makeUpOffers({ clientId, sessionId }, { signal }),
    }),
};
