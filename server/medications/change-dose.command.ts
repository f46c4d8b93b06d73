import type { Contract } from '#contract/index.ts';
import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { medicationRefusals } from '#domain/medications/edit-words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { listEdited } from './edited-list.ts';
import { lockMedications, rowSeen, stopNotification } from './medications.guards.ts';
import { changeMedication, insertMedication, keepEdit } from './medications.store.ts';

/** Ends one row of the list and begins another with the new dose. */
export const changeDose: Procedure<Contract['medications']['changeDose']> = async ({ clientId, medicationId, dose, from }, context) => {
  const list = await lockMedications(context, clientId);
  const row = await rowSeen(context, clientId, medicationId);
  if (row.ended_on !== null && row.ended_on < from) throw refuseField('from', medicationRefusals.endedAlready);
  if (from > dayAt(context.now, context.zone)) throw refuseField('from', medicationRefusals.startToCome);
  if (from <= row.started_on) throw refuseField('from', medicationRefusals.doseOnStart);
  if (dose === row.dose) throw refuseField('dose', medicationRefusals.sameDose);
  await changeMedication(context, medicationId, { ended_on: addDays(from, -1) });
  const { name, ended_on, prescriber, verified_how, verified_by, verified_at, verified_until } = row;
  const verified = { verified_how, verified_by, verified_at, verified_until };
  const next = { name, dose, started_on: from, ended_on, prescriber, ...verified };
  const id = await insertMedication(context, clientId, next);
  await keepEdit(context, clientId, medicationId, 'dose', row, null);
  return { id, offers: await listEdited(context, list, id, await stopNotification(context, list, undefined)) };
};
