import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { overCapacity } from '#domain/scheduling/session-rules.ts';
import { overCapacityWords } from '#domain/scheduling/warnings-words.ts';
import { changeHomeGroup } from '#server/episodes/home-group.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseEnrollment } from './enrollments.guards.ts';
import { enrollInGroup } from './enrollments.store.ts';
import { groupRows } from './groups.rows.ts';

/** Puts a client on a group's roster from a day on. It becomes the group that lists show where there was none. */
export const enrollClient: Procedure<Contract['groups']['enroll']> = async ({ clientId, groupId, fromOn, weekdays = null }, context) => {
  const { db, actor, now, zone, record } = context;
  const enrollment = { clientId, groupId, fromOn, weekdays };
  await refuseEnrollment(context, enrollment);
  await enrollInGroup(db, actor.organizationId, enrollment);
  await changeHomeGroup(db, clientId, { from: null, to: groupId });
  await record.changed('groups', [clientId]);
  const [found] = await groupRows(db, dayAt(now, zone), { groupId });
  if (found === undefined) return { warnings: [] };
  const { name, capacity, onRoster, beginLater } = found.group;
  const people = onRoster + beginLater;
  return { warnings: overCapacity(people, capacity) === null ? [] : [overCapacityWords(name, capacity, people)] };
};
