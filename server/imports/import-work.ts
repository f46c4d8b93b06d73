import { addHours, type Instant } from '#domain/calendar/calendar.ts';
import { undoHours, type ImportFailure } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import { markChanged } from '#server/http/audit-trail.ts';
import { lockBatch } from './imports.guards.ts';
import { changeImport } from './imports.store.ts';

/** Times that work may begin without getting further: a file that ends the server's process must not end it at every start. */
const mostAttempts = 3;

/** Notes that work on an import begins, and answers how many rows it has; null where nothing is to be done with it. */
export async function beginWork(db: Database, importId: string, now: Instant): Promise<number | null> {
  const batch = await lockBatch(db, importId);
  if (batch === undefined || (batch.state !== 'checking' && batch.state !== 'importing')) return null;
  if (batch.attempts >= mostAttempts) {
    await failImport(db, importId, 'kept-stopping', now);
    return null;
  }
  await changeImport(db, importId, { attempts: batch.attempts + 1, heartbeat_at: now });
  return batch.rows;
}

/** The work stopped, and waits for a person. What is in can be taken back for as long as after an import that came to its end. */
export async function failImport(db: Database, importId: string, because: ImportFailure, now: Instant): Promise<void> {
  const batch = await lockBatch(db, importId);
  if (batch === undefined || (batch.state !== 'checking' && batch.state !== 'importing')) return;
  const undo_until = batch.in_rows > 0 ? addHours(batch.heartbeat_at ?? now, undoHours) : batch.undo_until;
  const failed = { state: 'failed' as const, failed_in: batch.state, stopped_because: because, attempts: 0 };
  await changeImport(db, importId, { ...failed, undo_until, version: batch.version + 1 });
  await markChanged(db, batch.organization_id, ['imports']);
}
