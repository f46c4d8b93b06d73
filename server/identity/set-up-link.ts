import type { Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { somebodyCanSignIn } from './one-time-links.rows.ts';
import { newLink } from './one-time-links.store.ts';

/** A one-time link for the first administrator, where nobody can sign in yet; null where somebody can. */
export async function setUpLink(db: Database, address: string, now: Instant): Promise<string | null> {
  if (await somebodyCanSignIn(db)) return null;
  return newLink(db, { organization_id: null, staff_id: null, email: null }, { address, now, opens: 'setUp' });
}
