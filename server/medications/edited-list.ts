import { dayAt } from '#domain/calendar/calendar.ts';
import { offersAfter } from '#domain/medications/reinterpretation.ts';
import type { Medication } from '#domain/medications/expectation.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Notified } from '#server/safety/notification.guards.ts';
import { insertConcerns } from '#server/safety/safety-concerns.store.ts';
import { noteEndsAhead } from './ends-ahead.store.ts';
import type { ListBefore } from './medications.guards.ts';
import { medicationsOf } from './medications.rows.ts';
import { openOffers, screensRead } from './reinterpretations.rows.ts';
import { insertOffers, overtakeOffers } from './reinterpretations.store.ts';

/** What follows an edit of the list: the safety clock where somebody was notified of a stop, and the screens that would be read differently; how many those are. */
export async function listEdited(context: Context, list: ListBefore, medicationId: string, notified: Notified | null): Promise<number> {
  const { db, actor, now, zone, record } = context;
  const { clientId } = list;
  await noteEndsAhead(db, clientId, dayAt(now, zone));
  if (notified !== null)
    await insertConcerns(context, now, [
      { clientId, kind: 'opioid-medication-stopped', notified, source: 'staff', screenId: null, raisedBy: actor.staffId },
    ]);
  const after = (await medicationsOf(db, [clientId])).get(clientId) ?? [];
  const offers = await offerAgain(context, list, after, medicationId);
  await record.changed('medications', [clientId]);
  return offers;
}

/** Offers every screen that the new list would read differently to a clinician; nothing of the screen is changed. Answers how many those are. */
async function offerAgain(
  context: Context,
  { clientId, before, map }: ListBefore,
  after: readonly Medication[],
  medicationId: string,
): Promise<number> {
  const { db } = context;
  const offers = offersAfter(await screensRead(db, clientId), await openOffers(db, clientId), before, after, map);
  await overtakeOffers(context, clientId, offers.overtaken);
  await insertOffers(context, { clientId, medicationId }, offers.fresh);
  return offers.fresh.length;
}
