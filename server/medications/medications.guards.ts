import { dayAt } from '#domain/calendar/calendar.ts';
import { opioidMedicationStops } from '#domain/medications/opioid-medications.ts';
import { medicationRefusals, medicationLabel } from '#domain/medications/edit-words.ts';
import type { ExpectationRule, Medication } from '#domain/medications/expectation.ts';
import { noteEndsAhead } from './ends-ahead.store.ts';
import { expectationRules, medicationsOf } from './medications.rows.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { notificationAsked, type NotificationGiven } from '#server/safety/notification.guards.ts';
import { insertConcerns } from '#server/safety/safety-concerns.store.ts';
import { offerAgain } from './reinterpretations.store.ts';

export type ListBefore = {
  readonly clientId: string;
  readonly before: readonly Medication[];
  readonly map: readonly ExpectationRule[];
  readonly withdrawing?: true;
};

/** The client's medication list as it stands, held until the transaction ends. */
export async function lockMedications(context: Context, clientId: string): Promise<ListBefore> {
  await lockClients(context, [clientId]);
  const before = (await medicationsOf(context.db, [clientId])).get(clientId) ?? [];
  return { clientId, before, map: await expectationRules(context.db) };
}

/** One row of the list, as the caller saw it. */
export async function rowSeen({ db, version }: Context, clientId: string, medicationId: string) {
  const row = found(
    await db.selectFrom('medication').selectAll().where('id', '=', medicationId).where('client_id', '=', clientId).executeTakeFirst(),
  );
  const now = { name: row.name, dose: row.dose, startedOn: row.started_on, endedOn: row.ended_on };
  if (row.withdrawn_at !== null) throw new Refusal('wrong-state', 'This was taken off the list as entered by mistake.');
  refuseStale(row, version, medicationLabel(now));
  return { ...row, now };
}

export type RowSeen = Awaited<ReturnType<typeof rowSeen>>;

/** Keeps what a row said before it is changed. */
export async function keepEdit(
  { db, actor }: Context,
  clientId: string,
  medicationId: string,
  step: 'added' | 'dose' | 'stopped' | 'corrected' | 'withdrawn',
  was: RowSeen | null,
  because: string | null,
): Promise<void> {
  await db
    .insertInto('medication_edit')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      medication_id: medicationId,
      step,
      was: was === null ? null : JSON.stringify({ ...was.now, prescriber: was.prescriber }),
      because,
      by: actor.staffId,
    })
    .execute();
}

/** After an edit: the safety clock where it asks for one, and the screens that the new list would read differently. */
export async function applySideEffects(
  context: Context,
  list: ListBefore,
  medicationId: string,
  given: NotificationGiven | undefined,
): Promise<number> {
  const { db, actor, now, zone, record } = context;
  await noteEndsAhead(db, list.clientId, dayAt(now, zone));
  const after = (await medicationsOf(db, [list.clientId])).get(list.clientId) ?? [];
  const stops = list.withdrawing !== true && opioidMedicationStops(list.before, after, list.map, dayAt(now, zone));
  const words = { needed: medicationRefusals.notified, notAsked: medicationRefusals.notNotified };
  const notified = notificationAsked(given, { isNeeded: stops, isAllowed: stops, words }, context);
  if (notified !== null) {
    const clock = { clientId: list.clientId, kind: 'opioid-medication-stopped' as const, notified };
    await insertConcerns(context, now, [{ ...clock, source: 'staff', screenId: null, raisedBy: actor.staffId }]);
  }
  const offers = await offerAgain(context, list, after, medicationId);
  await record.changed('medications', [list.clientId]);
  return offers;
}
