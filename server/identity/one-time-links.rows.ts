import type { Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { hashOf } from './one-time-links.store.ts';

/** The link of a token while it may still be used; undefined where there is none, it was used, or its time is over. */
export const openLink = (db: Database, token: string, now: Instant) =>
  db
    .selectFrom('setup_link')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** Whether anybody can sign in yet, or could before they left. The first administrator is made once. */
export async function somebodyCanSignIn(db: Database): Promise<boolean> {
  return (await db.selectFrom('staff').select('id').where('user_id', 'is not', null).limit(1).executeTakeFirst()) !== undefined;
}
