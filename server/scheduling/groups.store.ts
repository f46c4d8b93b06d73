import type { Updateable } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { meetsWords } from '#domain/scheduling/meetings-words.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import { inForce } from './groups.rows.ts';
import { meetingsOf } from './meetings.rows.ts';

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
  const meets = meetsWords(now.map(({ meeting, telehealth }) => ({ ...meeting, telehealth })));
  const weekdays = [...new Set(now.map(({ weekday }) => weekday))].toSorted((a, b) => a - b);
  const stored = await db.selectFrom('care_group').select(['meets', 'weekdays']).where('id', '=', groupId).executeTakeFirstOrThrow();
  if (stored.meets === meets && stored.weekdays.join() === weekdays.join()) return false;
  await db.updateTable('care_group').set({ meets, weekdays }).where('id', '=', groupId).execute();
  return true;
}
