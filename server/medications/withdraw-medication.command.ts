import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { listEdited } from './edited-list.ts';
import { lockMedications, rowSeen } from './medications.guards.ts';
import { changeMedication, keepEdit } from './medications.store.ts';

/** Takes a row off the list that was entered by mistake. */
export const withdraw: Procedure<Contract['medications']['withdraw']> = async ({ clientId, medicationId, because }, context) => {
  const list = await lockMedications(context, clientId);
  const row = await rowSeen(context, clientId, medicationId);
  await changeMedication(context, medicationId, { withdrawn_at: context.now });
  await keepEdit(context, clientId, medicationId, 'withdrawn', row, because);
  // Nobody stopped taking what they never took, so no clock starts.
  return { offers: await listEdited(context, list, medicationId, null) };
};
