import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { maySnooze } from '#domain/caseload/snooze.ts';
import { snoozeRefusalWords } from '#domain/caseload/snooze-words.ts';
import type { Database } from '#server/database/pool.ts';
import { clientFor } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { insertSnooze } from './snoozes.store.ts';

/** Puts one task of a client off until a day. */
export const snooze: Procedure<Contract['caseload']['snooze']> = async (
  { clientId, need, adjustmentId, reason, until, supervisor },
  context,
) => {
  const { db, actor, now, zone, settings, record } = context;
  await clientFor(db, actor, clientId);
  const [refusal] = maySnooze({ kind: need, until, reason, supervisor: supervisor ?? null }, dayAt(now, zone), settings);
  if (refusal !== undefined) throw refuseField(...snoozeRefusalWords[refusal]);
  if (adjustmentId !== undefined && !(await isOf(db, clientId, adjustmentId)))
    throw refuseField('adjustmentId', 'This client has no such adjustment. Load the page again.');
  await insertSnooze(context, { clientId, need, adjustmentId: adjustmentId ?? null, reason, until, supervisor: supervisor ?? null });
  await record.changed('caseload', [clientId]);
  return {};
};

async function isOf(db: Database, clientId: string, adjustmentId: string): Promise<boolean> {
  const found = await db
    .selectFrom('adjustment')
    .select('id')
    .where('client_id', '=', clientId)
    .where('id', '=', adjustmentId)
    .executeTakeFirst();
  return found !== undefined;
}
