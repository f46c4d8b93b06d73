import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { groupShown } from './group-shown.ts';
import { endedAPage, groupRows } from './groups.rows.ts';

/** Groups that have ended, the one that ended last first, a page at a time. */
export const endedGroups: Procedure<Contract['groups']['ended']> = async ({ after }, { db, now, zone }) => {
  const rows = await groupRows(db, dayAt(now, zone), { endedBehind: after ?? null });
  const page = rows.slice(0, endedAPage);
  return { groups: page.map(({ group }) => groupShown(group)), next: rows.length > endedAPage ? (page.at(-1)?.group.id ?? null) : null };
};
