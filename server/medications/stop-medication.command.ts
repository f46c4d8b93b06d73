import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { medicationRefusals } from '#domain/medications/edit-words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { listEdited } from './edited-list.ts';
import { lockMedications, rowSeen, stopNotification } from './medications.guards.ts';
import { changeMedication, keepEdit } from './medications.store.ts';

/** Gives a medication its last day, and why. */
export const stop: Procedure<Contract['medications']['stop']> = async ({ clientId, medicationId, lastOn, because, notified }, context) => {
  const list = await lockMedications(context, clientId);
  const row = await rowSeen(context, clientId, medicationId);
  if (row.ended_on !== null && row.ended_on <= dayAt(context.now, context.zone))
    throw refuseField('lastOn', medicationRefusals.endedAlready);
  if (lastOn < row.started_on) throw refuseField('lastOn', medicationRefusals.endBeforeStart);
  await changeMedication(context, medicationId, { ended_on: lastOn, stopped_because: because });
  await keepEdit(context, clientId, medicationId, 'stopped', row, because);
  return { offers: await listEdited(context, list, medicationId, await stopNotification(context, list, notified)) };
};
