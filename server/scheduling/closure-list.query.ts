import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { closuresListed, countPast } from './closures-listed.rows.ts';

/** Every closure that isn't over, the latest first, with how many sessions it cancels, and how many are over. */
export const listClosures: Procedure<Contract['closures']['list']> = async (_, { db, now, zone }) => {
  const today = dayAt(now, zone);
  return { asOf: now, today, closures: await closuresListed(db, { until: today }), past: await countPast(db, today) };
};
