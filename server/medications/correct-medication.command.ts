import type { Contract } from '#contract/index.ts';
import { medicationLabel, medicationRefusals } from '#domain/medications/edit-words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { listEdited } from './edited-list.ts';
import { lockMedications, refuseDays, refuseOverlap, rowSeen, stopNotification } from './medications.guards.ts';
import { changeMedication, keepEdit } from './medications.store.ts';

/** Puts right what was entered wrong in a row of the list. */
export const correct: Procedure<Contract['medications']['correct']> = async (input, context) => {
  const { clientId, medicationId, name, dose, startedOn, endedOn, prescriber, because, notified } = input;
  const list = await lockMedications(context, clientId);
  const row = await rowSeen(context, clientId, medicationId);
  refuseDays(context, { startedOn, endedOn });
  refuseOverlap(list, { name, dose, startedOn, endedOn }, row.now);
  if (medicationLabel({ name, dose, startedOn, endedOn }) === medicationLabel(row.now) && prescriber === row.prescriber)
    throw refuseField('name', medicationRefusals.nothingDiffers);
  await changeMedication(context, medicationId, {
    name,
    dose,
    started_on: startedOn,
    ended_on: endedOn,
    prescriber,
    stopped_because: endedOn === null ? null : row.stopped_because,
  });
  await keepEdit(context, clientId, medicationId, 'corrected', row, because);
  return { offers: await listEdited(context, list, medicationId, await stopNotification(context, list, notified)) };
};
