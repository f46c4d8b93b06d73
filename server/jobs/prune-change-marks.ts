import { addHours } from '#domain/calendar/calendar.ts';
import { deleteChangeMarks } from '#server/http/audit-trail.ts';
import type { Job } from './job.ts';

/** Days for which a page that was away can still be told what changed meanwhile. One that comes back later asks everything again. */
const keptDays = 2;

/** Marks of what changed go once no page needs them. */
export const pruneChangeMarks: Job = {
  name: 'jobs.change-marks',
  parts: () => Promise.resolve(['all']),
  run: async ({ db, now }) => {
    await deleteChangeMarks(db, addHours(now, -24 * keptDays));
    return [];
  },
};
