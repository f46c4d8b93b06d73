import { createHash, randomBytes } from 'node:crypto';
import type { Database } from './database/pool.ts';

/** A one-time link for the first administrator, where nobody can sign in yet; null where somebody can. */
export async function setUpLink(db: Database, address: string): Promise<string | null> {
  const somebody = await db.selectFrom('staff').select('id').where('user_id', 'is not', null).limit(1).executeTakeFirst();
  if (somebody !== undefined) return null;
  const token = randomBytes(24).toString('base64url');
  const expires = new Date(Date.now() + 86_400_000).toISOString();
  await db
    .insertInto('setup_link')
    .values({ token_hash: hashOf(token), organization_id: null, expires_at: expires as never, used_at: null })
    .execute();
  return `${address}/set-up#${token}`;
}

/** Only the hash of a link is kept, so that reading the table opens nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
