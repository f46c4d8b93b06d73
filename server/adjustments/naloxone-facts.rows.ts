import { dayAt } from '#domain/calendar/calendar.ts';
import type { NaloxoneFacts } from '#domain/safety/naloxone-reasons.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { eventOf } from './adjustment-context.ts';
import { clientOfAdjustment, type AdjustmentRow } from './adjustment.rows.ts';
import { factsOf } from '#server/caseload/client-facts.rows.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';
import { calledName } from '#server/clients/client-names.ts';

/** What is on record when naloxone may have to be asked about with one stored adjustment; null where the client has no care to look at. */
export async function naloxoneFactsFor(row: AdjustmentRow, context: Context): Promise<NaloxoneFacts | null> {
  const { db, actor, now, zone, settings } = context;
  const client = await clientOfAdjustment(db, actor, row.client_id, row.id).executeTakeFirstOrThrow();
  const facts = (await factsOf([{ ...client, called: calledName(client) }], context)).get(row.client_id);
  if (facts === undefined) return null;
  const { screens, leaves, admittedOn } = facts;
  const event = eventOf({ id: row.id, screenId: row.screen_id }, screens);
  const medications = (await medicationsOf(db, [row.client_id])).get(row.client_id) ?? [];
  return { event, screens, leaves, admittedOn, medications, rules: await expectationRules(db), today: dayAt(now, zone), settings };
}
