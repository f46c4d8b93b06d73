import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar.ts';
import { screenCounts } from '#domain/drug-screens-counts.ts';
import { summaryOf } from '#domain/journey-words.ts';
import { screensSummary } from '#domain/journey-screens-words.ts';
import { choicesFor } from '../facts/client-choices.ts';
import { factsOf } from '../facts/client-facts.ts';
import { identityOf } from '../facts/client-identity.ts';
import { dosesOf, journeyOf } from '../facts/client-journey.ts';
import { needsIn } from '../facts/client-needs.ts';
import { clientOnPage } from '../facts/client-page.ts';
import { comparisonsOf } from '../facts/comparisons.ts';
import { expectationRules, medicationsOf } from '../facts/medications.ts';
import { calledName } from '../facts/names.ts';
import { windowsOf } from '../facts/reading-windows.ts';
import type { ProceduresOf } from '../procedure.ts';
import { Refusal } from '../refusal.ts';
import { add } from './clients/add.ts';
import { amend } from './clients/amend.ts';
import { markNotDuplicate } from './clients/distinguish.ts';
import { duplicates } from './clients/doubles.ts';
import { compare, merge } from './clients/merge.ts';
import { problems } from './clients/problems.ts';
import { record } from './clients/record.ts';
import { search } from './clients/search.ts';

export const clients: ProceduresOf<Contract['clients']> = {
  add,
  amend,
  compare,
  markNotDuplicate,
  duplicates,
  merge,
  problems,
  record,
  search,

  choices: (_, context) => choicesFor(context),

  page: async ({ clientId }, context) => {
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
      needs: client.closed_on === null ? [...needsIn(facts, context)] : [],
      journey,
      screensSummary: screensSummary(screenCounts(journey.screens)),
      criteria: client.closed_on === null ? facts.criteria : [],
      comparisons: await comparisonsOf(clientId, facts, context),
    };
  },
};
