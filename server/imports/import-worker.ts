import { instantOf } from '#domain/calendar/calendar.ts';
import type { Clock } from '#server/clock.ts';
import type { Database } from '#server/database/pool.ts';
import { afterManyRows } from '#server/database/many-rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { checkRows } from './check-rows.ts';
import { commitRows } from './commit-rows.ts';

type Server = { readonly db: Database; readonly clock: Clock };
type Which = { readonly organizationId: string; readonly importId: string };

/** From so many rows on, what the database knows of its tables is worth renewing first. */
const manyRows = 5_000;

/** One at a time in this process: an import that is pressed twice goes on once. */
const underWay = new Set<string>();

/**
 * Checks or takes in an import's rows, a few hundred a transaction, until none is left. Whatever is interrupted goes on where it stopped: what a row
 * became is kept in the transaction that made it so.
 */
export async function workOn({ db, clock }: Server, { organizationId, importId }: Which): Promise<void> {
  if (underWay.has(importId)) return;
  underWay.add(importId);
  try {
    const { rows } = await withTenant(db, organizationId, instantOf(clock()), (tenantDb) =>
      tenantDb.selectFrom('import_batch').select('rows').where('id', '=', importId).executeTakeFirstOrThrow(),
    );
    if (rows >= manyRows) await afterManyRows(db);
    for (const some of [checkRows, commitRows]) {
      for (let left = true; left;) {
        const now = instantOf(clock());
        left = await withTenant(db, organizationId, now, (transaction) => some(transaction, organizationId, importId, now));
        // Requests that wait are answered between two batches.
        await new Promise((done) => setImmediate(done));
      }
    }
  } finally {
    underWay.delete(importId);
  }
}

/** Goes on with an import once the answer is stored. */
export const workAfterwards = ({ actor, afterwards }: Pick<Context, 'actor' | 'afterwards'>, importId: string): void =>
  afterwards((server) => workOn(server, { organizationId: actor.organizationId, importId }));

/** Goes on with every import whose work stopped without an end, because the server did. */
export async function goOnAfterStart(server: Server): Promise<void> {
  const organizations = await server.db.selectFrom('organization').select('id').execute();
  for (const { id: organizationId } of organizations) {
    const left = await withTenant(server.db, organizationId, instantOf(server.clock()), (db) =>
      db.selectFrom('import_batch').select('id').where('state', 'in', ['checking', 'importing']).execute(),
    );
    for (const { id: importId } of left) await workOn(server, { organizationId, importId });
  }
}
