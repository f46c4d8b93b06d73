import { addHours } from '#domain/calendar/calendar.ts';
import { deleteIdempotencyRecords } from '#server/http/idempotency.ts';
import type { Job } from './job.ts';

/** Days for which a form that is sent again is answered as the first time. A draft lives in an open page, and its session ends within twelve hours. */
const keptDays = 7;

/** Stored answers go once nobody sends the same form again. */
export const pruneIdempotencyRecords: Job = {
  name: 'jobs.idempotency-records',
  parts: () => Promise.resolve(['all']),
  run: async ({ db, now }) => {
    await deleteIdempotencyRecords(db, addHours(now, -24 * keptDays));
    return [];
  },
};
