import type { Database } from '#server/database/pool.ts';
import { refuseField } from '#server/http/refusal.ts';

/** The name of somebody who works here; refuses one who doesn't, or no longer. Null is nobody. */
export async function leaderNamed(db: Database, staffId: string | null, field = 'leaderId'): Promise<string | null> {
  if (staffId === null) return null;
  const staff = await db.selectFrom('staff').select(['name', 'ended_on']).where('id', '=', staffId).executeTakeFirst();
  if (staff === undefined || staff.ended_on !== null) throw refuseField(field, 'They don’t work here. Choose somebody from the list.');
  return staff.name;
}
