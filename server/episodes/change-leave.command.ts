import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { spanLabel } from '#domain/episodes/spans-words.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import { refuseLeave } from './leaves.guards.ts';
import { changeLeaveSpan } from './leaves.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Corrects or ends days of leave. */
export const changeLeave: Procedure<Contract['episodes']['changeLeave']> = async (input, context) => {
  const { db, version, record } = context;
  const { clientId, leaveId, from, to, expectedBackOn, reason } = input;
  await lockClients(context, [clientId]);
  const leave = found(
    await db.selectFrom('leave_span').selectAll().where('id', '=', leaveId).where('client_id', '=', clientId).executeTakeFirst(),
  );
  refuseStale(leave, version, `${spanLabel(leave.from_on, leave.to_on)}, ${leave.reason}`);
  await refuseLeave(context, clientId, { id: leaveId, from, to, expectedBackOn });
  await changeLeaveSpan(context, leaveId, { from, to, expectedBackOn, reason });
  await record.changed('episodes', [clientId]);
  return {};
};
