import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { listEdited } from './edited-list.ts';
import { lockMedications, refuseDays, refuseOverlap, refusePastVerification, stopNotification } from './medications.guards.ts';
import { insertMedication, keepEdit, onlyReported, verifiedNow } from './medications.store.ts';

/** Adds a medication to the list. */
export const add: Procedure<Contract['medications']['add']> = async (input, context) => {
  const { clientId, name, dose, startedOn, endedOn, prescriber, verified = null } = input;
  const list = await lockMedications(context, clientId);
  refuseDays(context, { startedOn, endedOn });
  if (verified !== null) refusePastVerification(verified.until, 'verified.until', dayAt(context.now, context.zone));
  refuseOverlap(list, { name, dose, startedOn, endedOn }, null);
  const id = await insertMedication(context, clientId, {
    name,
    dose,
    started_on: startedOn,
    ended_on: endedOn,
    prescriber,
    ...(verified === null ? onlyReported : verifiedNow(context, verified)),
  });
  await keepEdit(context, clientId, id, 'added', null, null);
  return { id, offers: await listEdited(context, list, id, await stopNotification(context, list, undefined)) };
};
