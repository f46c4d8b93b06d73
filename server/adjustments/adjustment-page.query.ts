import type { Contract } from '#contract/index.ts';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { attachedDueAt } from '#domain/adjustments/attached.ts';
import { dayAt, weekOf, type Instant } from '#domain/calendar/calendar.ts';
import { responseMenu } from '#domain/adjustments/response-menu.ts';
import { stateOf } from '#domain/adjustments/states.ts';
import { notReached } from '#domain/clients/contact-attempts.ts';
import { lastEight, stripCounts } from '#domain/drug-screens/counts.ts';
import { naloxoneReasonsOf } from '#domain/safety/naloxone-reasons.ts';
import { stripSentence } from '#domain/drug-screens/words.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { answerIn, joinedTo } from './adjustment-answer.ts';
import { eventOf, markFor, medicationsOn, shown, triedBefore, workingFor } from './adjustment-context.ts';
import { adjustmentRow, aimsOf, answerOf, changesOf, clientOfAdjustment, resultsOf } from './adjustment.rows.ts';
import { adjustmentsOf } from './adjustments.rows.ts';
import { correctionsOf } from './corrections.rows.ts';
import { beforeAfterOf } from './before-after.ts';
import { careTeamOf, staffNames } from '#server/clients/care-team.rows.ts';
import { factsOf, type InCare } from '#server/caseload/client-facts.rows.ts';
import type { ClientOnPage } from '#server/clients/client-page.rows.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';
import { calledName, shownName } from '#server/clients/client-names.ts';

/** One adjustment with all that its page shows. */
export const one: Procedure<Contract['adjustments']['one']> = async ({ clientId, adjustmentId }, context) => {
  const [client] = await context.record.seen(clientOfAdjustment(context.db, context.actor, clientId, adjustmentId));
  if (client === undefined) throw new Refusal('client-unknown');
  return adjustmentPage({ ...client, called: calledName(client) }, adjustmentId, context);
};

/** The page, from a client that this actor was found to know. */
async function adjustmentPage(client: ClientOnPage & InCare, adjustmentId: string, context: Context): Promise<AdjustmentShown> {
  const { db, now, zone, settings, open } = context;
  const clientId = client.client_id;
  const row = await adjustmentRow(db, clientId, adjustmentId);
  const facts = (await factsOf([client], context)).get(clientId);
  const all = (await adjustmentsOf(db, [clientId])).get(clientId) ?? [];
  const found = all.find(({ id }) => id === adjustmentId);
  if (facts === undefined || found === undefined) throw new Refusal('client-unknown');
  // Where somebody writes between two of these reads, what was said, its state and its version still come from one row.
  const adjustment = { ...found, ...answerOf(row), signedBy: row.signed_by, version: row.version };

  const today = dayAt(now, zone);
  const event = eventOf(adjustment, facts.screens);
  const medications = (await medicationsOf(db, [clientId])).get(clientId) ?? [];
  const changes = await changesOf(
    db,
    all.map(({ id }) => id),
  );
  const own = changes.get(adjustmentId) ?? [];
  const names = await staffNames(db, [row.signed_by, row.follow_up_by, ...own.map(({ who }) => who)]);
  const inCare = facts.adjustments.find(({ id }) => id === adjustmentId);
  const dueAt = (attachedAt: Instant) => attachedDueAt(attachedAt, facts.sessions, { settings, open, zone: facts.zone });
  const strip = lastEight(facts.screens, today);
  const attempts = facts.attempts.filter(({ at }) => at >= adjustment.openedAt);
  const rules = await expectationRules(db);

  return {
    asOf: now,
    timeZone: zone,
    id: adjustmentId,
    version: row.version,
    client: {
      id: clientId,
      name: shownName(client),
      called: calledName(client),
      pronouns: client.pronouns,
      chartNumber: client.chart_number,
      bornOn: client.born_on,
    },
    number: row.number,
    state: stateOf(adjustment, today),
    mark: markFor(adjustment, event),
    trigger: row.trigger,
    about: row.about,
    follows: adjustment.follows,
    analytes: row.analytes,
    specimenNotValid: row.specimen_not_valid,
    openedAt: row.opened_at,
    talkDueAt: row.talk_due_at,
    signDueAt: row.sign_due_at,
    event: event === null ? null : { ...event, analytes: [...event.analytes] },
    joined: joinedTo(event, facts.screens, await resultsOf(db, adjustmentId), { attached: inCare?.attached ?? [], dueAt }),
    corrections: ((await correctionsOf(db, [clientId])).get(adjustmentId) ?? []).map((one) => ({
      ...one,
      analytesBefore: [...one.analytesBefore],
      analytesAfter: [...one.analytesAfter],
    })),
    acted: inCare?.acted ?? null,
    followUpForward: adjustment.followUpForward,
    checked: row.checked,
    safety: row.safety_today,
    naloxone: row.naloxone,
    naloxoneReasons: [...naloxoneReasonsOf({ ...facts, event, medications, rules, today, settings })],
    attempts: attempts.map(({ at, method, reached }) => ({ at, method, reached })),
    reachingOut: notReached(attempts, zone).reachingOut,
    ...answerIn(row, own, names),
    beforeAfter: shown(beforeAfterOf(adjustment, { ...facts, adjustments: all }, context)),
    lastEight: {
      events: strip.map(({ id, on, mark, presumptive }) => ({ id, on, mark, presumptive })),
      summary: stripSentence(stripCounts(strip)),
    },
    weeks: facts.weeks.filter(({ week }) => week < weekOf(today)).slice(-12),
    medications: medicationsOn(event?.on ?? dayAt(row.opened_at, zone), medications, event),
    triedBefore: triedBefore(adjustment, all, facts, { changes, aims: await aimsOf(db, clientId) }, context),
    working: workingFor(facts),
    staff: [...(await careTeamOf(db, clientId))],
    menu: responseMenu.map((category) => ({ ...category, lines: [...category.lines] })),
  };
}
