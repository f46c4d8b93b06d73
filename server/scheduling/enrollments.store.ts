import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { bookRoster, giveUpBookings } from '#server/attendance/bookings.store.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';

export type Enrollment = {
  readonly clientId: string;
  readonly groupId: string;
  readonly fromOn: Day;
  /** Weekdays (1 Monday to 7 Sunday) of the group that the client comes on; null is all of them. */
  readonly weekdays: readonly number[] | null;
};

/**
 * Puts a client on a group's roster from a day on, and books them into its sessions from that day, past days included. An enrollment that
 * already covers the day is left; one that begins later begins earlier. Client and group are locked by `refuseEnrollment`, which comes first.
 */
export async function enrollInGroup(
  db: Database,
  organizationId: string,
  { clientId, groupId, fromOn, weekdays }: Enrollment,
): Promise<void> {
  const own = db.selectFrom('group_enrollment').where('client_id', '=', clientId).where('group_id', '=', groupId);
  const open = await own.select(['id', 'from_on']).where('to_on', 'is', null).executeTakeFirst();
  const days = weekdays === null ? null : [...weekdays];
  if (open === undefined) {
    const ended = await own.select(['id', 'to_on']).where('to_on', '>=', fromOn).executeTakeFirst();
    if (ended === undefined) {
      await db
        .insertInto('group_enrollment')
        .values({
          organization_id: organizationId,
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

type Ending = {
  readonly clientId: string;
  readonly onDay: Day;
  readonly enrollments: readonly { readonly id: string; readonly group_id: string; readonly from_on: Day }[];
};

/**
 * Ends enrollments that `lockEnrollments` answered: `onDay` is the last day on which the client belongs to their groups. Bookings that nobody
 * has marked on later days are given up, whatever was marked stays. An enrollment that would begin later is taken off the roster.
 */
export async function endEnrollments(db: Database, { clientId, onDay, enrollments }: Ending): Promise<void> {
  const groupIds = [...new Set(enrollments.map((enrollment) => enrollment.group_id))];
  for (const { id, from_on } of enrollments) {
    if (from_on > onDay) await db.deleteFrom('group_enrollment').where('id', '=', id).execute();
    else await db.updateTable('group_enrollment').set({ to_on: onDay }).where('id', '=', id).execute();
  }
  await giveUpBookings(db, { clientId, after: onDay, groupIds });
}

/** Puts clients on rosters as they are given, and books them into the sessions that are there already. */
export async function insertEnrollments(db: Database, enrollments: readonly WholeRow<'group_enrollment'>[]): Promise<void> {
  await insertRows(db, 'group_enrollment', enrollments);
  for (const { client_id: clientId, group_id: groupId, from_on: from } of enrollments) await bookRoster(db, { clientId, groupId, from });
}
