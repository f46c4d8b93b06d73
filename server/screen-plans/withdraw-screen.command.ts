import type { Contract } from '#contract/index.ts';
import { askProblems } from '#domain/screen-plans/words.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { requestedScreens } from './requested-screens.rows.ts';
import { withdrawSlot } from './screen-slots.store.ts';

/** Takes a request back that nothing answered yet. */
export const withdrawScreen: Procedure<Contract['screenSlots']['withdraw']> = async ({ clientId, slotId }, context) => {
  const { db, now, actor, record } = context;
  await lockClients(context, [clientId]);
  const requested = found((await requestedScreens(context, clientId, null)).find((one) => one.slotId === slotId));
  if (!requested.canWithdraw)
    throw new Refusal('wrong-state', requested.state === 'withdrawn' ? askProblems.withdrawn : askProblems.collected);
  await withdrawSlot({ db, now, by: actor.staffId }, slotId);
  await record.changed('drug-screens', [clientId]);
  return { slotId };
};
