import type { Contract } from '#contract/index.ts';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { medicationRefusals, medicationLabel } from '#domain/medications/edit-words.ts';
import type { Medication } from '#domain/medications/expectation.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { applySideEffects, lockMedications, keepEdit, rowSeen, type ListBefore } from './medications.guards.ts';

export const add: Procedure<Contract['medications']['add']> = async (input, context) => {
  const { clientId, name, dose, startedOn, endedOn, prescriber } = input;
  const list = await lockMedications(context, clientId);
  refuseDays(context, { startedOn, endedOn });
  refuseTwice(list, { name, dose, startedOn, endedOn }, null);
  const id = await insert(context, clientId, { name, dose, started_on: startedOn, ended_on: endedOn, prescriber });
  await keepEdit(context, clientId, id, 'added', null, null);
  return { id, offers: await applySideEffects(context, list, id, undefined) };
};

export const changeDose: Procedure<Contract['medications']['changeDose']> = async ({ clientId, medicationId, dose, from }, context) => {
  const { db } = context;
  const list = await lockMedications(context, clientId);
  const row = await rowSeen(context, clientId, medicationId);
  if (row.ended_on !== null && row.ended_on < from) throw refuseField('from', medicationRefusals.endedAlready);
  if (from > dayAt(context.now, context.zone)) throw refuseField('from', medicationRefusals.startToCome);
  if (from <= row.started_on) throw refuseField('from', medicationRefusals.doseOnStart);
  if (dose === row.dose) throw refuseField('dose', medicationRefusals.sameDose);
  await db
    .updateTable('medication')
    .set((eb) => ({ ended_on: addDays(from, -1), version: eb('version', '+', 1) }))
    .where('id', '=', medicationId)
    .execute();
  const next = { name: row.name, dose, started_on: from, ended_on: row.ended_on, prescriber: row.prescriber };
  const id = await insert(context, clientId, next);
  await keepEdit(context, clientId, medicationId, 'dose', row, null);
  return { id, offers: await applySideEffects(context, list, id, undefined) };
};

export const stop: Procedure<Contract['medications']['stop']> = async ({ clientId, medicationId, lastOn, because, notified }, context) => {
  const list = await lockMedications(context, clientId);
  const row = await rowSeen(context, clientId, medicationId);
  if (row.ended_on !== null && row.ended_on <= dayAt(context.now, context.zone))
    throw refuseField('lastOn', medicationRefusals.endedAlready);
  if (lastOn < row.started_on) throw refuseField('lastOn', medicationRefusals.endBeforeStart);
  await context.db
    .updateTable('medication')
    .set((eb) => ({ ended_on: lastOn, stopped_because: because, version: eb('version', '+', 1) }))
    .where('id', '=', medicationId)
    .execute();
  await keepEdit(context, clientId, medicationId, 'stopped', row, because);
  return { offers: await applySideEffects(context, list, medicationId, notified) };
};

export const correct: Procedure<Contract['medications']['correct']> = async (input, context) => {
  const { clientId, medicationId, name, dose, startedOn, endedOn, prescriber, because, notified } = input;
  const list = await lockMedications(context, clientId);
  const row = await rowSeen(context, clientId, medicationId);
  refuseDays(context, { startedOn, endedOn });
  refuseTwice(list, { name, dose, startedOn, endedOn }, row.now);
  if (medicationLabel({ name, dose, startedOn, endedOn }) === medicationLabel(row.now) && prescriber === row.prescriber)
    throw refuseField('name', medicationRefusals.nothingDiffers);
  await context.db
    .updateTable('medication')
    .set((eb) => ({
      name,
      dose,
      started_on: startedOn,
      ended_on: endedOn,
      prescriber,
      stopped_because: endedOn === null ? null : row.stopped_because,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', medicationId)
    .execute();
  await keepEdit(context, clientId, medicationId, 'corrected', row, because);
  return { offers: await applySideEffects(context, list, medicationId, notified) };
};

export const withdraw: Procedure<Contract['medications']['withdraw']> = async ({ clientId, medicationId, because }, context) => {
  const list = await lockMedications(context, clientId);
  const row = await rowSeen(context, clientId, medicationId);
  await context.db
    .updateTable('medication')
    .set((eb) => ({ withdrawn_at: context.now, version: eb('version', '+', 1) }))
    .where('id', '=', medicationId)
    .execute();
  await keepEdit(context, clientId, medicationId, 'withdrawn', row, because);
  // Nobody stopped taking what they never took, so no clock starts.
  return { offers: await applySideEffects(context, { ...list, withdrawing: true }, medicationId, undefined) };
};

type Row = { name: string; dose: string | null; started_on: Day; ended_on: Day | null; prescriber: string | null };

async function insert({ db, actor }: Context, clientId: string, row: Row): Promise<string> {
  const { id } = await db
    .insertInto('medication')
    .values({ organization_id: actor.organizationId, client_id: clientId, ...row })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function refuseDays({ now, zone }: Context, { startedOn, endedOn }: Pick<Medication, 'startedOn' | 'endedOn'>): void {
  if (startedOn > dayAt(now, zone)) throw refuseField('startedOn', medicationRefusals.startToCome);
  if (endedOn !== null && endedOn < startedOn) throw refuseField('endedOn', medicationRefusals.endBeforeStart);
}

/** The same medication can't be taken twice on one day by two rows: a change of dose ends the row before it. */
function refuseTwice({ before }: ListBefore, wanted: Medication, self: Medication | null): void {
  const plain = (name: string) => name.trim().toLowerCase();
  const other = before.find(
    (one) =>
      plain(one.name) === plain(wanted.name) &&
      !(self !== null && one.name === self.name && one.startedOn === self.startedOn) &&
      (one.endedOn === null || wanted.startedOn <= one.endedOn) &&
      (wanted.endedOn === null || one.startedOn <= wanted.endedOn),
  );
  if (other !== undefined) throw refuseField('startedOn', medicationRefusals.overlaps(medicationLabel(other)));
}
