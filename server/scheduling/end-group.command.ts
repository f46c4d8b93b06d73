import type { Contract } from '#contract/index.ts';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { leftBecause } from '#domain/scheduling/meeting-changes.ts';
import { makeUpsGoneWords } from '#domain/scheduling/warnings-words.ts';
import { seesClients } from '#server/access/capabilities.ts';
import { makeUpsIn } from '#server/attendance/bookings.rows.ts';
import type { Database } from '#server/database/pool.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { leftOf } from './changed-meeting.store.ts';
import { everOnRoster } from './enrollments.rows.ts';
import { groupToEdit, refuseEnrollmentsAfter, refuseHeld } from './groups.guards.ts';
import { changeGroup, noteWhenGroupMeets } from './groups.store.ts';
import { lockMadeSessions, type MadeSession } from './made-sessions.guards.ts';
import { meetingsOf } from './meetings.rows.ts';
import { endMeetingOn } from './meetings.store.ts';
import { reschedule } from './reschedule.store.ts';

/**
 * Ends a group with all its meetings (program rule). Sessions after its last day go where nothing was recorded, begun or changed by hand in
 * them; those are left and named. What was held, and who belonged to it until then, stays.
 */
export const endGroup: Procedure<Contract['groups']['end']> = async ({ groupId, lastOn }, context) => {
  const { db, actor, now, zone, record } = context;
  const today = dayAt(now, zone);
  const group = await groupToEdit(groupId, context);
  refuseHeld(lastOn, addDays(today, -1));
  await refuseEnrollmentsAfter(db, group, lastOn, seesClients(actor));
  const ending = (await meetingsOf(db, [groupId])).filter(({ meeting }) => meeting.to === null || meeting.to > lastOn);
  const made: MadeSession[] = [];
  let removed = 0;
  let makeUps = 0;
  for (const { id, meeting } of ending) {
    const last = lastOn < addDays(meeting.from, -1) ? addDays(meeting.from, -1) : lastOn;
    const own = await lockMadeSessions(db, id, addDays(last, 1), now);
    const going = own.filter((one) => leftBecause(one.made) === null).map(({ row }) => row.id);
    makeUps += await makeUpsIn(db, going);
    await endMeetingOn(db, id, last);
    removed += (await reschedule(db, { group, made: own, meeting: null, from: addDays(last, 1), now, zone })).remove.length;
    made.push(...own);
  }
  const moved = await movedBeyond(db, groupId, lastOn);
  await changeGroup(db, groupId, { ended_on: lastOn });
  await noteWhenGroupMeets(db, groupId, today);
  await record.changed('groups', await everOnRoster(db, groupId));
  return {
    id: groupId,
    made: 0,
    moved: 0,
    removed,
    left: [...leftOf(made), ...moved],
    warnings: makeUpsGoneWords(makeUps),
  };
};

/** Sessions of days that the group still met on, which were moved to a day after its end. */
async function movedBeyond(db: Database, groupId: string, lastOn: Day) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'session_on', 'title'])
    .where('group_id', '=', groupId)
    .where('session_on', '>', lastOn)
    .where('scheduled_on', '<=', lastOn)
    .where('cancelled_because', 'is', null)
    .orderBy('session_on')
    .execute();
  return rows.map((row) => ({ sessionId: row.id, on: row.session_on, title: row.title, because: 'by-hand' as const }));
}
