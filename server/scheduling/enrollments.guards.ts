import type { Day } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { meetingsOverlap, type Stay } from '#domain/scheduling/meetings.ts';
import { hoursWords, weekdayWord } from '#domain/scheduling/meetings-words.ts';
import { fullName } from '#server/clients/client-names.ts';
import { clientFor, lockClients } from '#server/clients/clients.guards.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { enrollmentsAfter, otherEnrollments } from './enrollments.rows.ts';
import type { Enrollment } from './enrollments.store.ts';
import { lockGroups, refuseNewEnrollment } from './groups.guards.ts';
import { meetingsOf } from './meetings.rows.ts';

type Asking = Pick<Context, 'db' | 'actor'>;

/**
 * Locks a group and a client who is about to be enrolled in it. Refuses, with the field and the fix: a group that isn't there or ends
 * (`groupId`), a day outside an episode of care (`fromOn`), and a group that meets when another of the client's groups meets (`groupId`).
 */
export async function refuseEnrollment({ db, actor }: Asking, { clientId, groupId, fromOn, weekdays }: Enrollment): Promise<void> {
  const [group] = await lockGroups(db, [groupId]);
  await lockClients({ db, actor }, [clientId]);
  const client = await clientFor(db, actor, clientId);
  if (group === undefined) throw refuseField('groupId', 'There is no such group. Choose one from the list.');
  refuseNewEnrollment(group);
  await refuseOutsideCare(db, clientId, fromOn);
  const stay: Stay = { from: fromOn, to: null, weekdays };
  await refuseOverlap(db, { clientId, name: fullName(client), group, stay });
}

type Leaving = { readonly clientId: string; readonly onDay: Day; readonly groupId?: string };

/** Locks the groups that a client is about to leave, one or all, and the client, and answers the enrollments that end. */
export async function lockEnrollments({ db, actor }: Asking, { clientId, onDay, groupId }: Leaving) {
  await lockGroups(db, await groupsAfter(db, clientId, onDay));
  await lockClients({ db, actor }, [clientId]);
  return enrollmentsAfter(db, clientId, onDay, groupId);
}

/** The groups that a client is in after a day. */
const groupsAfter = async (db: Database, clientId: string, onDay: Day): Promise<string[]> => [
  ...new Set((await enrollmentsAfter(db, clientId, onDay)).map(({ group_id }) => group_id)),
];

async function refuseOutsideCare(db: Database, clientId: string, on: Day): Promise<void> {
  const episodes = await db
    .selectFrom('episode')
    .select(['opened_on', 'closed_on'])
    .where('client_id', '=', clientId)
    .orderBy('opened_on', 'desc')
    .execute();
  if (episodes.some(({ opened_on, closed_on }) => opened_on <= on && (closed_on === null || on <= closed_on))) return;
  const last = episodes[0];
  if (last === undefined) throw refuseField('fromOn', 'No episode of care is open. Open one first.');
  throw last.closed_on !== null && last.closed_on < on
    ? refuseField('fromOn', `Their episode of care closed on ${dayWithYear(last.closed_on)}. Open one first.`)
    : refuseField('fromOn', `Their episode of care opens on ${dayWithYear(last.opened_on)}. Choose that day or a later one.`);
}

type Placed = {
  readonly clientId: string;
  readonly name: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly stay: Stay;
};

async function refuseOverlap(db: Database, { clientId, name, group, stay }: Placed): Promise<void> {
  const others = await otherEnrollments(db, clientId, group.id, stay.from);
  if (others.length === 0) return;
  const meetings = await meetingsOf(db, [group.id, ...others.map(({ group_id }) => group_id)]);
  for (const other of others) {
    const theirs: Stay = { from: other.from_on, to: other.to_on, weekdays: other.weekdays };
    const pairs = meetings
      .filter(({ group_id }) => group_id === group.id)
      .flatMap((own) => meetings.filter(({ group_id }) => group_id === other.group_id).map((one) => [own.meeting, one.meeting] as const));
    const clash = pairs.find(([own, one]) => meetingsOverlap(own, one, [stay, theirs]));
    if (clash === undefined) continue;
    const when = `${weekdayWord(clash[1].weekday)} ${hoursWords(clash[1].startsAt, clash[1].endsAt)}`;
    throw refuseField(
      'groupId',
      `${group.name} meets at the same time as ${other.name}, which ${name} is in (${when}). End their place in ${other.name} first, or choose a group that meets at another time.`,
    );
  }
}
