import { createHash, randomBytes } from 'node:crypto';
import type { Insertable } from 'kysely';
import { addHours, type Instant } from '#domain/calendar/calendar.ts';
import type { Database, Tables } from '#server/database/pool.ts';

/** Only the hash of a link is kept, so that reading the table opens nothing. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

type For = Pick<Insertable<Tables['setup_link']>, 'organization_id' | 'staff_id' | 'email'>;

/** How many hours a link opens: an invitation for a week, the set-up of a server that anybody may find for a day. */
const hoursOpen = { invitation: 168, setUp: 24 } as const;

/** Makes a link that opens once within its hours. The token is in no log: it is the part of the address that browsers keep to themselves. */
export async function newLink(
  db: Database,
  whom: For,
  { address, now, opens }: { address: string; now: Instant; opens: keyof typeof hoursOpen },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await db
    .insertInto('setup_link')
    .values({ ...whom, token_hash: hashOf(token), expires_at: addHours(now, hoursOpen[opens]), used_at: null })
    .execute();
  return `${address}/set-up#${token}`;
}

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
