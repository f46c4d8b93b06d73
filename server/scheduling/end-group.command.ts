import type { Contract } from '#contract/index.ts';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { leftBecause } from '#domain/scheduling/meeting-changes.ts';
import type { Database } from '#server/database/pool.ts';
import { refuseGoingOn, refuseHeld, refuseEnrollmentsAfter } from './group-ends.guards.ts';
import { meetingsOf } from './meetings.rows.ts';
import { noteWhenGroupMeets } from './meeting-text.store.ts';
import { madeBy, reschedule, type MadeSession } from './reschedule.store.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { groupToEdit, leftOf, rosterOf } from './change-group.command.ts';

type Groups = ProceduresOf<Contract['groups']>;

/**
 * Ends a group with all its meetings (program rule). Sessions after its last day go where nothing was recorded, begun or changed by hand in
 * them; those are left and named. What was held, and who belonged to it until then, stays.
 */
export const endGroup: Groups['end'] = async ({ groupId, lastOn }, context) => {
  const { db, actor, now, zone, record } = context;
  const today = dayAt(now, zone);
  const group = await groupToEdit(groupId, context);
  refuseHeld(lastOn, addDays(today, -1));
  await refuseEnrollmentsAfter(db, group, lastOn, actor.role !== 'administrator');
  const ending = (await meetingsOf(db, [groupId])).filter(({ meeting }) => meeting.to === null || meeting.to > lastOn);
  const made: MadeSession[] = [];
  let removed = 0;
  let makeUps = 0;
  for (const { id, meeting } of ending) {
    const last = lastOn < addDays(meeting.from, -1) ? addDays(meeting.from, -1) : lastOn;
    const own = await madeBy(db, id, addDays(last, 1), now);
    makeUps += await makeUpsIn(db, own);
    await db.updateTable('meeting').set({ to_on: last }).where('id', '=', id).execute();
    removed += (await reschedule(db, { group, made: own, meeting: null, from: addDays(last, 1), now, zone })).remove.length;
    made.push(...own);
  }
  const moved = await movedBeyond(db, groupId, lastOn);
  await db
    .updateTable('care_group')
    .set((eb) => ({ ended_on: lastOn, version: eb('version', '+', 1) }))
    .where('id', '=', groupId)
    .execute();
  await noteWhenGroupMeets(db, groupId, today);
  await record.changed('groups', await rosterOf(db, groupId));
  return {
    id: groupId,
    made: 0,
    moved: 0,
    removed,
    left: [...leftOf(made), ...moved],
    warnings: makeUps === 0 ? [] : [makeUpsText(makeUps)],
  };
};

/** Takes the end back. Its meetings stay ended: on which days and from when it meets again is for a person to say. */
export const goOnWithGroup: Groups['goOn'] = async ({ groupId }, context) => {
  const { db, record } = context;
  refuseGoingOn(await groupToEdit(groupId, context));
  const kept = await db
    .updateTable('care_group')
    .set((eb) => ({ ended_on: null, version: eb('version', '+', 1) }))
    .where('id', '=', groupId)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await record.changed('groups', []);
  return kept;
};

/** People of other groups who were to make something up in sessions that go. */
async function makeUpsIn(db: Database, made: readonly MadeSession[]): Promise<number> {
  const ids = made.filter((one) => leftBecause(one.made) === null).map(({ row }) => row.id);
  if (ids.length === 0) return 0;
  const { count } = await db
    .selectFrom('attendance')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('session_id', 'in', ids)
    .where('make_up', '=', true)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const makeUpsText = (count: number): string =>
  count === 1
    ? 'One make-up was booked in a session that is gone. Find another on the roster of the group that was missed.'
    : `${count} make-ups were booked in sessions that are gone. Find others on the rosters of the groups that were missed.`;

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
