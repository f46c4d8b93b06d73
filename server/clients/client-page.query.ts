import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { screenCounts } from '#domain/drug-screens/counts.ts';
import { summaryOf } from '#domain/clients/journey-words.ts';
import { screensSummary } from '#domain/clients/journey-screens-words.ts';
import { factsOf } from '#server/caseload/client-facts.rows.ts';
import { identityOf } from './client-identity.ts';
import { dosesOf, journeyOf } from './client-journey.ts';
import { needsIn, needsShown } from '#server/caseload/client-needs.ts';
import { clientOnPage } from './client-page.rows.ts';
import { comparisonsOf } from '#server/adjustments/comparisons.ts';
import { signedWordsOf } from '#server/adjustments/comparisons.rows.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';
import { calledName } from './client-names.ts';
import { windowsOf } from '#server/drug-screens/reading-windows.rows.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The page of one client: where they are in care, what Today asks for, and the journey. */
export const page: ProceduresOf<Contract['clients']>['page'] = async ({ clientId }, context) => {
  const { db, actor, now, zone, record } = context;
  const [client] = await record.seen(clientOnPage(db, actor, clientId));
  const facts = client === undefined ? undefined : (await factsOf([{ ...client, called: calledName(client) }], context)).get(clientId);
  if (client === undefined || facts === undefined) throw new Refusal('client-unknown');

  const today = dayAt(now, zone);
  const medications = (await medicationsOf(db, [clientId])).get(clientId) ?? [];
  const doses = dosesOf(medications, await expectationRules(db), facts.admittedOn);
  const windows = await windowsOf(db, clientId);
  const journey = journeyOf(client, facts, doses, windows, context);
  return {
    asOf: now,
    timeZone: zone,
    client: identityOf(client, facts, medications, today),
    inCare: client.closed_on === null,
    summary: summaryOf({ ...facts, now, zone }),
    needs: needsShown(needsIn(facts, context), context, facts.zone),
    journey,
    screensSummary: screensSummary(screenCounts(journey.screens)),
    criteria: client.closed_on === null ? facts.criteria : [],
    comparisons: comparisonsOf(facts, await signedWordsOf(db, clientId), context),
  };
};
