import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { groupShown } from './group-shown.ts';
import { countEnded, groupRows } from './groups.rows.ts';

/** Every group that hasn't ended, with how many belong to it today, and how many have ended. */
export const listGroups: Procedure<Contract['groups']['list']> = async (_, { db, now, zone }) => {
  const today = dayAt(now, zone);
  const rows = await groupRows(db, today, { running: true });
  return { asOf: now, today, groups: rows.map(({ group }) => groupShown(group)), ended: await countEnded(db, today) };
};
