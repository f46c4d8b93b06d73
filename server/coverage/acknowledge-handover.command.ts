import type { Contract } from '#contract/index.ts';
import { found } from '#server/database/not-found.ts';
import { clientFor } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { acknowledgeHandover } from './handovers.store.ts';

/** Who takes a client over has read the note that was handed over. */
export const acknowledge: Procedure<Contract['coverage']['acknowledge']> = async ({ clientId, handoverId }, context) => {
  const { db, actor, record } = context;
  await clientFor(db, actor, clientId);
  const handover = found(
    await db
      .selectFrom('handover')
      .select(['to_id', 'acknowledged_at'])
      .where('id', '=', handoverId)
      .where('client_id', '=', clientId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (handover.to_id !== actor.staffId) throw new Refusal('not-your-role', 'The person who takes over reads this note.');
  if (handover.acknowledged_at !== null) throw new Refusal('wrong-state', 'You have read this note already.');
  await acknowledgeHandover(context, handoverId);
  await record.changed('caseload', [clientId]);
  return {};
};
