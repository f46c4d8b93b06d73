import type { Contract } from '#contract/index.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { scheduleDays, type Meeting } from '#domain/scheduling/meetings.ts';
import { hoursProblems } from '#domain/scheduling/session-rules.ts';
import { hoursProblemMessage } from '#domain/scheduling/words.ts';
import { refuseHeld, refuseNewMeeting } from './group-ends.guards.ts';
import { meetingsOf } from './meetings.rows.ts';
import { noteWhenGroupMeets } from './meeting-text.store.ts';
import { refuseMeetingClash } from './meeting-clashes.guards.ts';
import { madeBy, reschedule, type MadeSession } from './reschedule.store.ts';
import { leaderNamed, leadsToo } from './leaders.guards.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { groupToEdit, leftOf, rosterOf, type GroupToEdit } from './change-group.command.ts';

type Groups = ProceduresOf<Contract['groups']>;
type Fields = Parameters<Groups['addMeeting']>[0];
type Answer = OutputOf<Contract['groups']['addMeeting']>;

export const addMeeting: Groups['addMeeting'] = async (input, context) => {
  const { db, actor, now, zone } = context;
  const group = await groupToEdit(input.groupId, context);
  refuseNewMeeting(group);
  const earliest = addDays(dayAt(now, zone), -scheduleDays);
  if (input.fromOn < earliest)
    throw refuseField('fromOn', `A meeting may begin up to eight weeks ago. Choose ${dayWithYear(earliest)} or a later day.`);
  await refuseWrong(input, group, '', context);
  const { id } = await db
    .insertInto('meeting')
    .values({ organization_id: actor.organizationId, group_id: group.id, ...columnsOf(input), from_on: input.fromOn, to_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return changed(context, group, { id, from: input.fromOn, made: [], leaderId: input.leaderId });
};

export const changeMeeting: Groups['changeMeeting'] = async (input, context) => {
  const { db, actor, now } = context;
  const group = await groupToEdit(input.groupId, context);
  const old = await meetingIn(context, input);
  const from = notPast(input.fromOn, context);
  if (old.meeting.to !== null && old.meeting.to < from)
    throw refuseField('fromOn', `This meeting ends on ${dayWithYear(old.meeting.to)}. Choose an earlier day, or add a new meeting.`);
  await refuseWrong(input, group, old.id, context);
  const made = await madeBy(db, old.id, from, now);
  if (from <= old.meeting.from) {
    await db
      .updateTable('meeting')
      .set({ ...columnsOf(input), from_on: from })
      .where('id', '=', old.id)
      .execute();
    return changed(context, group, { id: old.id, from, made, leaderId: input.leaderId });
  }
  await db
    .updateTable('meeting')
    .set({ to_on: addDays(from, -1) })
    .where('id', '=', old.id)
    .execute();
  const { id } = await db
    .insertInto('meeting')
    .values({ organization_id: actor.organizationId, group_id: group.id, ...columnsOf(input), from_on: from, to_on: old.meeting.to })
    .returning('id')
    .executeTakeFirstOrThrow();
  return changed(context, group, { id, from, made, leaderId: input.leaderId });
};

export const endMeeting: Groups['endMeeting'] = async (input, context) => {
  const { db, now, zone } = context;
  const group = await groupToEdit(input.groupId, context);
  const old = await meetingIn(context, input);
  const lastOn = input.lastOn < addDays(old.meeting.from, -1) ? addDays(old.meeting.from, -1) : input.lastOn;
  refuseHeld(lastOn, addDays(dayAt(now, zone), -1));
  const made = await madeBy(db, old.id, addDays(lastOn, 1), now);
  await db.updateTable('meeting').set({ to_on: lastOn }).where('id', '=', old.id).execute();
  return changed(context, group, { id: old.id, from: addDays(lastOn, 1), made, leaderId: null });
};

const columnsOf = (input: Fields) => ({
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

function notPast(on: Day, { now, zone }: Context): Day {
  if (on < dayAt(now, zone)) throw refuseField('fromOn', 'What was held stays as it was. Choose today or a later day.');
  return on;
}

async function meetingIn({ db }: Context, { groupId, meetingId }: { groupId: string; meetingId: string }) {
  const found = (await meetingsOf(db, [groupId])).find(({ id }) => id === meetingId);
  if (found === undefined) throw new Refusal('not-found');
  return found;
}

async function refuseWrong(input: Fields, group: GroupToEdit, meetingId: string, context: Context): Promise<void> {
  const problems = hoursProblems(input);
  if (problems.length > 0)
    throw new Refusal(
      'input-invalid',
      undefined,
      problems.map((one) => ({ field: one.field, message: hoursProblemMessage(one) })),
    );
  await leaderNamed(context.db, input.leaderId);
  const { weekday, startsAt, endsAt, fromOn: from } = input;
  const meeting: Meeting = { id: meetingId, weekday, startsAt, endsAt, from, to: null };
  await refuseMeetingClash(context.db, group, meeting);
}

type Changed = { readonly id: string; readonly from: Day; readonly made: readonly MadeSession[]; readonly leaderId: string | null };

async function changed(context: Context, group: GroupToEdit, { id, from, made, leaderId }: Changed): Promise<Answer> {
  const { db, now, zone, record } = context;
  const today = dayAt(now, zone);
  const meeting = (await meetingsOf(db, [group.id])).find((one) => one.id === id);
  if (meeting === undefined) throw new Refusal('not-found');
  const going = meeting.meeting.to === null || meeting.meeting.to >= from ? meeting : null;
  const warnings = going === null ? [] : await leadsToo(db, { staffId: leaderId, meeting: meeting.meeting });
  const done = await reschedule(db, { group, made, meeting: going, from, now, zone });
  await noteWhenGroupMeets(db, group.id, today);
  await db
    .updateTable('care_group')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', group.id)
    .execute();
  await record.changed('groups', await rosterOf(db, group.id));
  return { id, made: done.add.length, moved: done.move.length, removed: done.remove.length, left: leftOf(made), warnings };
}
