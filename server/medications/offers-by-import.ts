import { restsOn } from '#domain/medications/expectation-cause.ts';
import { offersAfter, type NewOffer } from '#domain/medications/reinterpretation.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import { expectationRules, medicationsOf } from './medications.rows.ts';
import { insertMedications } from './medications.store.ts';
import { openOffers, screensRead } from './reinterpretations.rows.ts';
import { insertOffers, overtakeOffers } from './reinterpretations.store.ts';

type Importing = { readonly db: Database; readonly organizationId: string; readonly now: Instant };
type Row = WholeRow<'medication'> & { readonly id: string; readonly client_id: string };

/**
 * Adds the medications that a file brings in. Screens that were stored before and would be read differently now are offered to a clinician, in the
 * name of nobody; nothing of them is changed (program rule 1.6).
 */
export async function addImported({ db, organizationId, now }: Importing, rows: readonly Row[]): Promise<void> {
  const byClient = Map.groupBy(rows, ({ client_id }) => client_id);
  const clientIds = [...byClient.keys()];
  if (clientIds.length === 0) return;
  const before = await medicationsOf(db, clientIds);
  await insertMedications(db, rows);
  const after = await medicationsOf(db, clientIds);
  const map = await expectationRules(db);
  const writing = { db, actor: { organizationId, staffId: null }, now };
  for (const [clientId, ofThese] of byClient) {
    const [first] = ofThese;
    const screens = await screensRead(db, clientId);
    if (first === undefined || screens.length === 0) continue;
    const offers = offersAfter(screens, await openOffers(db, clientId), before.get(clientId) ?? [], after.get(clientId) ?? [], map);
    await overtakeOffers(writing, clientId, offers.overtaken);
    for (const [medicationId, offered] of Map.groupBy(offers.fresh, (offer) => (ofThese.find((row) => isCause(row, offer)) ?? first).id))
      await insertOffers(writing, { clientId, medicationId }, offered);
  }
}

/** Whether an offer says that it is this medication by which it would be read differently. */
const isCause = ({ name, dose, started_on }: Row, { analytes }: NewOffer): boolean =>
  analytes.some(({ wouldBecause }) => restsOn(wouldBecause, { name, dose: dose ?? null, startedOn: started_on }));
