import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

/** Whether an episode of the client covers a day. */
export async function inCareOn(db: Database, clientId: string, on: Day): Promise<boolean> {
  const episode = await db
    .selectFrom('episode')
    .select('id')
    .where('client_id', '=', clientId)
    .where('opened_on', '<=', on)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', on)]))
    .limit(1)
    .executeTakeFirst();
  return episode !== undefined;
}
