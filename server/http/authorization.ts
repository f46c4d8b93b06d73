import { mayRequest } from '#server/access/endpoint-policy.ts';
import type { RefusalCode } from '#contract/refusals.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { recordDenied } from './audit-trail.ts';
import type { Actor } from '#server/access/actor.ts';
import { Refusal } from './refusal.ts';
import { withTenant } from './tenant-transaction.ts';

type Route = { readonly noun: string; readonly name: string };

/** Refuses an endpoint that the person's role doesn't include. */
export function authorize({ noun, name }: Route, actor: Actor): void {
  if (!mayRequest(actor, noun, name)) throw new Refusal('not-your-role');
}

/** What tells a person that something isn't theirs. */
const denials: readonly RefusalCode[] = ['not-your-role', 'client-unknown', 'session-unknown', 'import-unknown'];

type Denied = { readonly db: Database; readonly actor: Actor; readonly action: string; readonly requestId: string; readonly now: Instant };

/** Does the work of a request, and writes down where it is denied to the person. */
export async function recordingDenials<T>({ db, actor, action, requestId, now }: Denied, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && denials.includes(error.code))
      await withTenant(db, actor.organizationId, now, (tenantDb) => recordDenied(tenantDb, actor, action, requestId));
    throw error;
  }
}
