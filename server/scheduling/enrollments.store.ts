import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { meetingsOverlap, type Stay } from '#domain/scheduling/meetings.ts';
import { hoursWords, weekdayWord } from '#domain/scheduling/meetings-words.ts';
import { clientsOf } from '#server/access/endpoint-policy.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { bookRoster, giveUpBookings } from './bookings.store.ts';
import { refuseNewEnrollment } from './group-ends.guards.ts';
import { meetingsOf } from './meetings.rows.ts';

type Enrollment = {
  readonly clientId: string;
  readonly groupId: string;
  readonly fromOn: Day;
  /** Weekdays (1 Monday to 7 Sunday) of the group that the client comes on; null or left out is all of them. */
  readonly weekdays?: readonly number[] | null;
};

/**
 * Puts a client on a group's roster from a day on, and books them into its sessions from that day, past days included. A place that already
 * covers the day is left; one that begins later begins earlier. Refuses, with the field and the fix: a group that isn't there or ends (`groupId`),
 * a day outside an episode of care (`fromOn`), and a group that meets when another of the client's groups meets (`groupId`).
 * The caller writes the audit event. Lock order: client, group.
 */
export async function enrollInGroup(db: Database, actor: Actor, { clientId, groupId, fromOn, weekdays = null }: Enrollment): Promise<void> {
  const client = await db
    .selectFrom('client')
    .select(['client.id', 'client.first_name', 'client.last_name', 'client.preferred_name'])
    .where('client.id', '=', clientId)
    .where(clientsOf(actor))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (client === undefined) throw new Refusal('client-unknown');
  const group = await db
    .selectFrom('care_group')
    .select(['id', 'name', 'ended_on'])
    .where('id', '=', groupId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (group === undefined) throw refuseField('groupId', 'There is no such group. Choose one from the list.');
  refuseNewEnrollment(group);
  await refuseOutsideCare(db, clientId, fromOn);
  const stay: Stay = { from: fromOn, to: null, weekdays };
  await refuseOverlap(db, { clientId, name: `${client.preferred_name ?? client.first_name} ${client.last_name}`, group, stay });

  const own = db.selectFrom('group_enrollment').where('client_id', '=', clientId).where('group_id', '=', groupId);
  const open = await own.select(['id', 'from_on']).where('to_on', 'is', null).executeTakeFirst();
  const days = weekdays === null ? null : [...weekdays];
  if (open === undefined) {
    const ended = await own.select(['id', 'to_on']).where('to_on', '>=', fromOn).executeTakeFirst();
    if (ended === undefined) {
      await db
        .insertInto('group_enrollment')
        .values({
          organization_id: actor.organizationId,
          client_id: clientId,
          group_id: groupId,
          from_on: fromOn,
          to_on: null,
          weekdays: days,
        })
        .execute();
    } else await db.updateTable('group_enrollment').set({ to_on: null, weekdays: days }).where('id', '=', ended.id).execute();
  } else {
    const from_on = open.from_on < fromOn ? open.from_on : fromOn;
    await db.updateTable('group_enrollment').set({ from_on, weekdays: days }).where('id', '=', open.id).execute();
    // Fewer weekdays than before leave no booking on the others.
    await giveUpBookings(db, { clientId, after: addDays(fromOn, -1), groupIds: [groupId] });
  }
  await bookRoster(db, { clientId, groupId, from: fromOn });
}

/**
 * Ends a client's place in one group, or in all of them: `onDay` is the last day on which they belong to it. Places that nobody has marked on
 * later days are given up, whatever was marked stays. A place that would begin later is taken off the roster. The caller writes the audit event.
 */
export async function endEnrollments(
  db: Database,
  actor: Actor,
  { clientId, onDay, groupId }: { readonly clientId: string; readonly onDay: Day; readonly groupId?: string },
): Promise<void> {
  const client = await db
    .selectFrom('client')
    .select('client.id')
    .where('client.id', '=', clientId)
    .where(clientsOf(actor))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (client === undefined) throw new Refusal('client-unknown');
  let enrollments = db
    .selectFrom('group_enrollment')
    .select(['id', 'group_id', 'from_on'])
    .where('client_id', '=', clientId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', onDay)]));
  if (groupId !== undefined) enrollments = enrollments.where('group_id', '=', groupId);
  const found = await enrollments.execute();
  if (found.length === 0) return;
  const groupIds = [...new Set(found.map((enrollment) => enrollment.group_id))];
  await db.selectFrom('care_group').select('id').where('id', 'in', groupIds).orderBy('id').forNoKeyUpdate().execute();
  for (const { id, from_on } of found) {
    if (from_on > onDay) await db.deleteFrom('group_enrollment').where('id', '=', id).execute();
    else await db.updateTable('group_enrollment').set({ to_on: onDay }).where('id', '=', id).execute();
  }
  await giveUpBookings(db, { clientId, after: onDay, groupIds });
}

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
  const others = await db
    .selectFrom('group_enrollment')
    .innerJoin('care_group', (join) =>
      join
        .onRef('care_group.organization_id', '=', 'group_enrollment.organization_id')
        .onRef('care_group.id', '=', 'group_enrollment.group_id'),
    )
    .select([
      'group_enrollment.group_id',
      'group_enrollment.from_on',
      'group_enrollment.to_on',
      'group_enrollment.weekdays',
      'care_group.name',
    ])
    .where('group_enrollment.client_id', '=', clientId)
    .where('group_enrollment.group_id', '<>', group.id)
    .where((eb) => eb.or([eb('group_enrollment.to_on', 'is', null), eb('group_enrollment.to_on', '>=', stay.from)]))
    .execute();
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
