import { createHash, randomBytes } from 'node:crypto';
import type { Insertable } from 'kysely';
import { addHours, type Instant } from '#domain/calendar/calendar.ts';
import type { Database, Tables } from '#server/database/pool.ts';

/** Only the hash of a link is kept, so that reading the table opens nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

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

/** A link opens once. */
export async function markLinkUsed(db: Database, tokenHash: string, now: Instant): Promise<void> {
  await db.updateTable('setup_link').set({ used_at: now }).where('token_hash', '=', tokenHash).execute();
}

/** The links that somebody hasn't used open nothing any more. */
export async function endLinks(db: Database, staffId: string, now: Instant): Promise<void> {
  await db.updateTable('setup_link').set({ used_at: now }).where('staff_id', '=', staffId).where('used_at', 'is', null).execute();
}
