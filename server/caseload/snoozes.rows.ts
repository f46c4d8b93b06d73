import type { Snooze } from '#domain/caseload/snooze.ts';
import { needKinds } from '#domain/caseload/order.ts';
import { byClient } from '#server/clients/by-client.ts';
import { knownCode } from '#server/database/known-code.ts';
import type { Database } from '#server/database/pool.ts';

/** What was put off for each of these clients, the oldest first. */
export async function snoozesOf(db: Database, ids: readonly string[]): Promise<Map<string, Snooze[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('snooze').selectAll().where('client_id', 'in', ids).orderBy('from_at').execute();
  return byClient(rows, (row) => ({
    kind: knownCode(needKinds, row.need, 'snooze.need'),
    adjustmentId: row.adjustment_id,
    until: row.until_on,
    reason: row.reason,
    supervisor: row.supervisor,
  }));
}
