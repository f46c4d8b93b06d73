import { instantOf } from '#domain/calendar/calendar.ts';
import type { Clock } from '#server/clock.ts';
import type { Database } from '#server/database/pool.ts';
import { afterManyRows } from '#server/database/many-rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { recomputeStale } from '#server/projections/recompute-stale.ts';
import { checkRows } from './check-rows.ts';
import { commitRows } from './commit-rows.ts';
import { failureOf } from './import-failures.ts';
import { beginWork, failImport } from './import-work.ts';

export type Server = { readonly db: Database; readonly clock: Clock };
export type Which = { readonly organizationId: string; readonly importId: string };

/** From so many rows on, what the database knows of its tables is worth renewing first. */
const manyRows = 5_000;

/** One at a time in this process: an import that is pressed twice goes on once. */
const underWay = new Set<string>();

/**
 * Checks or takes in an import's rows, a few hundred a transaction, until none is left. Whatever is interrupted goes on where it stopped: what a row
 * became is kept in the transaction that made it so. What throws is thrown on, and the import waits for a person with the reason.
 */
export async function workOn(server: Server, which: Which): Promise<void> {
  const { importId } = which;
  if (underWay.has(importId)) return;
  underWay.add(importId);
  try {
    await untilNoneIsLeft(server, which);
  } catch (error) {
    const failure = failureOf(error);
    if (failure !== null)
      // Where not even that can be stored, nobody is seen to work on it soon, and somebody goes on.
      await inside(server, which, (db, now) => failImport(db, importId, failure, now)).catch(() => undefined);
    throw error;
  } finally {
    underWay.delete(importId);
  }
  // What the lists say of its clients is worked out once, at the end.
  await recomputeStale(server, which.organizationId);
}

async function untilNoneIsLeft(server: Server, which: Which): Promise<void> {
  const rows = await inside(server, which, (db, now) => beginWork(db, which.importId, now));
  if (rows === null) return;
  if (rows >= manyRows) await afterManyRows(server.db);
  for (const some of [checkRows, commitRows]) {
    for (let left = true; left;) {
      left = await inside(server, which, (db, now) => some(db, which.organizationId, which.importId, now));
      // Requests that wait are answered between two batches.
      await new Promise((done) => setImmediate(done));
    }
  }
}

function inside<T>(
  { db, clock }: Server,
  { organizationId }: Which,
  work: (db: Database, now: ReturnType<typeof instantOf>) => Promise<T>,
) {
  const now = instantOf(clock());
  return withTenant(db, organizationId, now, (transaction) => work(transaction, now), 'import');
}

/** Goes on with an import once the answer is stored. */
export const workAfterwards = ({ actor, afterwards }: Pick<Context, 'actor' | 'afterwards'>, importId: string): void =>
  afterwards((server) => workOn(server, { organizationId: actor.organizationId, importId }));
