import type { Contract } from '#contract/index.ts';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import type { GroupToEdit } from './groups.guards.ts';

export type MeetingFields = Parameters<Procedure<Contract['groups']['addMeeting']>>[0];

/** A meeting of a group between two days, without an end where `to` is null. */
export async function insertMeeting(db: Database, group: GroupToEdit, fields: MeetingFields, from: Day, to: Day | null): Promise<string> {
  const { id } = await db
    .insertInto('meeting')
    .values({ organization_id: group.organization_id, group_id: group.id, ...columnsOf(fields), from_on: from, to_on: to })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The meeting as it is from a day on: where it had begun before, its earlier days stay with it, and a new one goes on. Answers which one that is. */
export async function changeMeetingFrom(
  db: Database,
  group: GroupToEdit,
  old: { readonly id: string; readonly from: Day; readonly to: Day | null },
  fields: MeetingFields,
  from: Day,
): Promise<string> {
  if (from > old.from) {
    await endMeetingOn(db, old.id, addDays(from, -1));
    return insertMeeting(db, group, fields, from, old.to);
  }
  await db
    .updateTable('meeting')
    .set({ ...columnsOf(fields), from_on: from })
    .where('id', '=', old.id)
    .execute();
  return old.id;
}

/** The last day of a meeting; the day before its first where it never met. */
export async function endMeetingOn(db: Database, meetingId: string, lastOn: Day): Promise<void> {
  await db.updateTable('meeting').set({ to_on: lastOn }).where('id', '=', meetingId).execute();
}

const columnsOf = (input: MeetingFields) => ({
  weekday: input.weekday,
  starts_at: input.startsAt,
  ends_at: input.endsAt,
  service: input.service,
  title: input.title,
  telehealth: input.telehealth,
  leader_id: input.leaderId,
  break_minutes: input.breakMinutes,
  collects_screens: input.collectsScreens,
});
