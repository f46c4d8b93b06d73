import type { Day } from '#domain/calendar/calendar.ts';
import { meetsWords } from '#domain/scheduling/meetings-words.ts';
import type { Database } from '#server/database/pool.ts';
import { meetingsOf } from './meetings.rows.ts';
import { inForce } from './groups.rows.ts';

/** Says again when a group meets and on which weekdays, from its meetings of a day. Answers whether that changed. */
export async function noteWhenGroupMeets(db: Database, groupId: string, today: Day): Promise<boolean> {
  const now = inForce(await meetingsOf(db, [groupId]), today);
  const meets = meetsWords(now.map(({ meeting, telehealth }) => ({ ...meeting, telehealth })));
  const weekdays = [...new Set(now.map(({ weekday }) => weekday))].toSorted((a, b) => a - b);
  const said = await db.selectFrom('care_group').select(['meets', 'weekdays']).where('id', '=', groupId).executeTakeFirstOrThrow();
  if (said.meets === meets && said.weekdays.join() === weekdays.join()) return false;
  await db.updateTable('care_group').set({ meets, weekdays }).where('id', '=', groupId).execute();
  return true;
}
