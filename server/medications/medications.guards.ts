import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { opioidMedicationStops } from '#domain/medications/opioid-medications.ts';
import { medicationRefusals, medicationLabel } from '#domain/medications/edit-words.ts';
import type { ExpectationRule, Medication } from '#domain/medications/expectation.ts';
import { expectationRules, medicationIn, medicationsOf } from './medications.rows.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { notificationRequired, type NotificationGiven, type Notified } from '#server/safety/notification.guards.ts';

export type ListBefore = {
  readonly clientId: string;
  readonly before: readonly Medication[];
  readonly map: readonly ExpectationRule[];
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
  const now = medicationIn(row);
  if (row.withdrawn_at !== null) throw new Refusal('wrong-state', 'This was taken off the list as entered by mistake.');
  refuseStale(row, version, medicationLabel(now));
  return { ...row, now };
}

export type RowSeen = Awaited<ReturnType<typeof rowSeen>>;

/**
 * Who was notified of a stop, asked after the edit is written: needed where no medication for opioid use is left from today on, and refused where
 * nothing asks for it.
 */
export async function stopNotification(
  { db, now, zone }: Pick<Context, 'db' | 'now' | 'zone'>,
  { clientId, before, map }: ListBefore,
  given: NotificationGiven | undefined,
): Promise<Notified | null> {
  const after = (await medicationsOf(db, [clientId])).get(clientId) ?? [];
  const stops = opioidMedicationStops(before, after, map, dayAt(now, zone));
  const words = { needed: medicationRefusals.notified, notAsked: medicationRefusals.notNotified };
  return notificationRequired(given, { isNeeded: stops, isAllowed: stops, words }, { now });
}

/** Refuses a first day to come and a last day before the first. */
export function refuseDays({ now, zone }: Context, { startedOn, endedOn }: Pick<Medication, 'startedOn' | 'endedOn'>): void {
  if (startedOn > dayAt(now, zone)) throw refuseField('startedOn', medicationRefusals.startToCome);
  if (endedOn !== null && endedOn < startedOn) throw refuseField('endedOn', medicationRefusals.endBeforeStart);
}

/** Refuses a verification that has run out already. */
export function refusePastVerification(until: Day | null, field: string, today: Day): void {
  if (until !== null && until < today) throw refuseField(field, medicationRefusals.verifiedBefore);
}

/** The same medication can't be taken twice on one day by two rows: a change of dose ends the row before it. */
export function refuseOverlap({ before }: ListBefore, wanted: Omit<Medication, 'verified'>, self: Medication | null): void {
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
