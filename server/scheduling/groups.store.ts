import type { Updateable } from 'kysely';
import type { Contract } from '#contract/index.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { MeetingTime } from '#domain/scheduling/meetings.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { inForce } from './groups.rows.ts';
import { meetingsOf } from './meetings.rows.ts';

type NewGroup = Parameters<Procedure<Contract['groups']['add']>>[0];

/** A group that doesn't meet yet. */
export const insertGroup = (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { name, programId, siteId, capacity }: NewGroup,
): Promise<{ id: string; version: number }> =>
  db
    .insertInto('care_group')
    .values({ organization_id: actor.organizationId, program_id: programId, site_id: siteId, name, weekdays: [], capacity })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();

/** Writes a change of a group, and answers its next version. Without a change of its own, what belongs to it was changed. */
export const changeGroup = (db: Database, groupId: string, set: Updateable<Tables['care_group']> = {}) =>
  db
    .updateTable('care_group')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', groupId)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();

/** Writes when a group meets and on which weekdays, by its meetings of a day. Answers whether that changed. */
export async function noteWhenGroupMeets(db: Database, groupId: string, today: Day): Promise<boolean> {
  const now = inForce(await meetingsOf(db, [groupId]), today);
  const meets = now
    .map(({ meeting: { weekday, startsAt }, telehealth }): MeetingTime => ({ weekday, startsAt, telehealth }))
    .toSorted((a, b) => a.weekday - b.weekday || (a.startsAt < b.startsAt ? -1 : 1));
  const weekdays = [...new Set(now.map(({ weekday }) => weekday))].toSorted((a, b) => a - b);
  const stored = await db.selectFrom('care_group').select(['meets', 'weekdays']).where('id', '=', groupId).executeTakeFirstOrThrow();
  if (sameTimes(stored.meets, meets) && stored.weekdays.join() === weekdays.join()) return false;
  await db
    .updateTable('care_group')
    .set({ meets: JSON.stringify(meets), weekdays })
    .where('id', '=', groupId)
    .execute();
  return true;
}

const sameTimes = (some: readonly MeetingTime[], others: readonly MeetingTime[]): boolean =>
  some.length === others.length &&
  some.every(({ weekday, startsAt, telehealth }, index) => {
    const other = others[index];
    return other?.weekday === weekday && other.startsAt === startsAt && other.telehealth === telehealth;
  });
