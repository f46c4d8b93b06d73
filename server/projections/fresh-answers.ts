import { instantOf } from '#domain/calendar/calendar.ts';
import type { Clock } from '#server/clock.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { recompute } from './recompute.ts';
import { recomputeStale } from './recompute-stale.ts';

/** A read that found stored answers old. */
class StaleAnswers extends Error {
  readonly clientIds: readonly string[];

  constructor(clientIds: readonly string[]) {
    super('stored answers are old');
    this.clientIds = clientIds;
  }
}

/** What a request is answered with. Where it finds stored answers old, some are worked out and it is asked for once more, with `renewed`. */
export async function withFreshAnswers<T>(
  db: Database,
  organizationId: string,
  clock: Clock,
  answer: (renewed: boolean) => Promise<T>,
): Promise<T> {
  try {
    return await answer(false);
  } catch (error) {
    if (!(error instanceof StaleAnswers)) throw error;
    const now = instantOf(clock());
    await withTenant(db, organizationId, now, (tenantDb) => recompute(tenantDb, error.clientIds.slice(0, staleLookedFor - 1), now));
    return answer(true);
  }
}

/** How many clients are looked for whose stored answers are old: as many as one request works out, and one more to know that it isn't all. */
export const staleLookedFor = 101;

/**
 * How many of a list's clients are still being worked out, from those of whom the stored answers are old. The first time that a request finds any,
 * it is asked again once they are worked out; whatever is too much for it then goes on afterwards.
 */
export function beingWorkedOut({ actor, renewed, afterwards }: Context, stale: readonly string[]): number {
  if (stale.length === 0) return 0;
  if (!renewed) throw new StaleAnswers(stale);
  afterwards((server) => recomputeStale(server, actor.organizationId));
  return stale.length;
}
