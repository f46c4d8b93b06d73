import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { listEdited } from './edited-list.ts';
import { lockMedications, refuseDays, refuseOverlap, stopNotification } from './medications.guards.ts';
import { insertMedication, keepEdit } from './medications.store.ts';

/** Adds a medication to the list. */
export const add: Procedure<Contract['medications']['add']> = async (input, context) => {
  const { clientId, name, dose, startedOn, endedOn, prescriber } = input;
  const list = await lockMedications(context, clientId);
  refuseDays(context, { startedOn, endedOn });
  refuseOverlap(list, { name, dose, startedOn, endedOn }, null);
  const id = await insertMedication(context, clientId, { name, dose, started_on: startedOn, ended_on: endedOn, prescriber });
  await keepEdit(context, clientId, id, 'added', null, null);
  return { id, offers: await listEdited(context, list, id, await stopNotification(context, list, undefined)) };
};
