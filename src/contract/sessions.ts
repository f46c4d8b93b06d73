import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { DayOut, DayText, Id, InstantOut } from './scalars.ts';

/** A session with how many are booked, how many cups are due and how many are in. Who they are is not in it. */
const DaySession = z.object({
  id: Id,
  title: z.string(),
  groupName: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  service: z.string(),
  startsAt: InstantOut,
  endsAt: InstantOut,
  timesKnown: z.boolean(),
  leader: z.nullable(z.string()),
  cancelledBecause: z.nullable(z.string()),
  booked: z.number(),
  attendanceTaken: z.number(),
  /** Null until collection opens: the testing schedule stays hidden until then. */
  screensDue: z.nullable(z.number()),
  screensRecorded: z.number(),
});

export const sessions = {
  ofDay: endpoint({
    method: 'GET',
    path: '/sessions',
    input: z.strictObject({ on: z.optional(DayText) }),
    output: z.object({ on: DayOut, today: DayOut, asOf: InstantOut, zone: z.string(), sessions: z.array(DaySession) }),
    refuses: [],
  }),
};
