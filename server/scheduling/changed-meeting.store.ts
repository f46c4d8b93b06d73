import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { leftBecause } from '#domain/scheduling/meeting-changes.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { GroupToEdit } from './groups.guards.ts';
import { changeGroup, noteWhenGroupMeets } from './groups.store.ts';
import type { MadeSession } from './made-sessions.guards.ts';
import type { GroupMeeting } from './meetings.rows.ts';
import { reschedule } from './reschedule.store.ts';

/** The sessions that a change left as they were, each with why. */
export const leftOf = (made: readonly MadeSession[]) =>
  made.flatMap(({ row, made: facts }) => {
    const because = leftBecause(facts);
    return because === null ? [] : [{ sessionId: row.id, on: row.session_on, title: row.title, because }];
  });

type Changed = { readonly from: Day; readonly made: readonly MadeSession[]; readonly meeting: GroupMeeting };

/** Brings sessions and group in line with a meeting that was written, from a day on, and answers what became of its sessions. */
export async function meetingChanged({ db, now, zone }: Context, group: GroupToEdit, { from, made, meeting }: Changed) {
  const going = meeting.meeting.to === null || meeting.meeting.to >= from ? meeting : null;
  const done = await reschedule(db, { group, made, meeting: going, from, now, zone });
  await noteWhenGroupMeets(db, group.id, dayAt(now, zone));
  await changeGroup(db, group.id);
  return { id: meeting.id, made: done.add.length, moved: done.move.length, removed: done.remove.length, left: leftOf(made) };
}
