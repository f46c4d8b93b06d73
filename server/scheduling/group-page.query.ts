import type { Contract } from '#contract/index.ts';
import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { found } from '#server/database/not-found.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { groupShown } from './group-shown.ts';
import { groupRows } from './groups.rows.ts';
import { upcomingOf } from './upcoming-sessions.rows.ts';

const daysShown = 14;

/** One group with its meetings and the sessions of the next two weeks. */
export const groupPage: Procedure<Contract['groups']['one']> = async ({ groupId }, { db, now, zone }) => {
  const today = dayAt(now, zone);
  const { group, meetings } = found((await groupRows(db, today, { groupId }))[0], 'not-found');
  return {
    asOf: now,
    today,
    zone,
    group: groupShown(group),
    meetings,
    upcoming: await upcomingOf(db, groupId, today, addDays(today, daysShown)),
  };
};
