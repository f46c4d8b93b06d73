import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { listEdited } from './edited-list.ts';
import { lockMedications, refusePastVerification, rowSeen } from './medications.guards.ts';
import { changeMedication, keepEdit, verifiedNow } from './medications.store.ts';

/** Keeps how somebody came to know that a medication is taken. Screens that it would explain are offered to be read again, and none is changed. */
export const verify: Procedure<Contract['medications']['verify']> = async ({ clientId, medicationId, how, until }, context) => {
  const list = await lockMedications(context, clientId);
  const row = await rowSeen(context, clientId, medicationId);
  refusePastVerification(until, 'until', dayAt(context.now, context.zone));
  await changeMedication(context, medicationId, verifiedNow(context, { how, until }));
  await keepEdit(context, clientId, medicationId, 'verified', row, null);
  return { offers: await listEdited(context, list, medicationId, null) };
};
