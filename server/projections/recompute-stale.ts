import { addHours, instantOf, type Instant } from '#domain/calendar/calendar.ts';
import type { Clock } from '#server/clock.ts';
import type { Database } from '#server/database/pool.ts';
import { markChanged } from '#server/http/audit-trail.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { recompute } from './recompute.ts';
import { clientsEverInCare, staleClients } from './stale-clients.rows.ts';

type Server = { readonly db: Database; readonly clock: Clock };

/** Few enough that no request waits long for a client that is locked meanwhile. */
const together = 50;

const underWay = new Map<string, Promise<void>>();

/** Organizations in which more became old since their pass began: it may leave some of it behind. */
const madeOldMeanwhile = new Set<string>();

/**
 * Works out what is old of an organization's stored answers, some clients a transaction, until nothing is. While a pass is under way no second
 * one begins beside it: another follows it.
 */
export function recomputeStale(server: Server, organizationId: string): Promise<void> {
  const known = underWay.get(organizationId);
  if (known !== undefined) {
    madeOldMeanwhile.add(organizationId);
    return known;
  }
  const work = passes(server, organizationId).finally(() => underWay.delete(organizationId));
  underWay.set(organizationId, work);
  return work;
}

async function passes(server: Server, organizationId: string): Promise<void> {
  do {
    madeOldMeanwhile.delete(organizationId);
    await untilFresh(server, organizationId);
  } while (madeOldMeanwhile.has(organizationId));
}

async function untilFresh({ db, clock }: Server, organizationId: string): Promise<void> {
  const done = new Set<string>();
  for (let left = true; left;) {
    const now = instantOf(clock());
    left = await withTenant(db, organizationId, now, async (tenantDb) => {
      const stale = await staleClients(tenantDb, { now, until: now }, together);
      // A client who is old again at once was written to meanwhile, and belongs to whoever wrote.
      if (stale.every((id) => done.has(id))) return false;
      await recompute(tenantDb, stale, now);
      for (const id of stale) done.add(id);
      return true;
    });
    await new Promise((turn) => setImmediate(turn));
  }
  if (done.size > 0)
    await withTenant(db, organizationId, instantOf(clock()), (tenantDb) =>
      markChanged(tenantDb, organizationId, ['caseload', 'clients', 'cohort']),
    );
}

/** Works out the tasks of everybody in care and the weeks of everybody who ever was, and says of how many. */
export async function recomputeAll({ db, clock }: Server, organizationId: string): Promise<number> {
  const all = await withTenant(db, organizationId, instantOf(clock()), clientsEverInCare, 'read');
  for (let from = 0; from < all.length; from += together) {
    const now = instantOf(clock());
    await withTenant(db, organizationId, now, (tenantDb) => recompute(tenantDb, all.slice(from, from + together), now));
  }
  await recomputeStale({ db, clock }, organizationId);
  return all.length;
}

const daysKeptAhead = 7;

/** The clients whose answers were last worked out on an earlier day, or are old otherwise. */
export const agedClients = (db: Database, now: Instant): Promise<readonly string[]> =>
  staleClients(db, { now, until: addHours(now, 24 * daysKeptAhead) }, 1_000_000);
