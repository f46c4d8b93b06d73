import type { Contract } from '#contract/index.ts';
import { needsMoreAbout, stepProblems } from '#domain/adjustments/steps-words.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { responseMenu } from '#domain/adjustments/response-menu.ts';
import { signingMessage } from '#domain/adjustments/signing-words.ts';
import { problemsIn } from '#domain/adjustments/signing.ts';
import { isContact } from '#domain/clients/contact-attempts.ts';
import { explainedWords } from '#domain/adjustments/explanations-words.ts';
import { openByHand } from './open-by-hand.store.ts';
import { adjustmentPage } from './adjustment-page.query.ts';
import { naloxoneReasonsFor } from './naloxone-reasons.rows.ts';
import { clientOfAdjustment } from './adjustment.rows.ts';
import { adjustmentBefore, stepTaken } from './adjustment-steps.store.ts';
import { checkedAnswer, notificationOfAnswer, talkedAt } from './talk.guards.ts';
import { careTeamOf } from '#server/clients/care-team.rows.ts';
import { clientFor, inCare } from '#server/clients/clients.guards.ts';
import { calledName } from '#server/clients/client-names.ts';
import { recordNotification } from '#server/safety/notifications.store.ts';
import { projectReadings } from '#server/drug-screens/findings.projection.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

const lines = responseMenu.flatMap((category) => category.lines.map(({ code }) => code));

export const adjustments: ProceduresOf<Contract['adjustments']> = {
  one: async ({ clientId, adjustmentId }, context) => {
    const [client] = await context.record.seen(clientOfAdjustment(context.db, context.actor, clientId, adjustmentId));
    if (client === undefined) throw new Refusal('client-unknown');
    return adjustmentPage({ ...client, called: calledName(client) }, adjustmentId, context);
  },

  start: async ({ clientId, trigger, about }, context) => {
    await clientFor(context.db, context.actor, clientId);
    await inCare(clientId, context);
    const opened = await openByHand(clientId, { trigger, about, analytes: [] }, context);
    await context.record.changed('adjustments', [clientId]);
    return opened;
  },

  talk: async (input, context) => {
    const row = await adjustmentBefore('talked', input, context);
    if (!isContact({ method: input.method, reached: true })) throw refuseField('method', stepProblems.oneWay);
    const checked = checkedAnswer(row, input.checked);
    const talked_at = await talkedAt(row, input.at, context);
    const notification = notificationOfAnswer(input, false, context);
    if (notification !== null) await recordNotification(row.client_id, notification, context);
    const words = { own_words: input.ownWords, own_words_exportable: input.mayAppearInExports && input.ownWords !== null };
    return stepTaken(
      row,
      { checked, talked_at, talk_method: input.method, ...words, safety_today: input.safety, naloxone: input.naloxone },
      context,
    );
  },

  explain: async (input, context) => {
    const row = await adjustmentBefore('explained', input, context);
    const reasons = await naloxoneReasonsFor(row, context);
    if (reasons.length > 0 && input.naloxone === null && row.naloxone === null) throw refuseField('naloxone', stepProblems.naloxone);
    const explained = {
      explained_at: context.now,
      explanation: explainedWords(input.because, input.words),
      naloxone: input.naloxone ?? row.naloxone,
    };
    const step = await stepTaken(row, explained, context);
    // What is counted follows what is known: an explained finding is no longer an unexpected one.
    await projectReadings(context, context.actor.organizationId, [row.client_id]);
    return step;
  },

  sign: async (input, context) => {
    const { db, actor, now, zone } = context;
    const row = await adjustmentBefore('signed', input, context);
    const notifiedBefore = row.safety_today === 'on-call-notified';
    const team = (await careTeamOf(db, row.client_id)).map(({ id }) => id);
    const facts = { today: dayAt(now, zone), openedOn: dayAt(row.opened_at, zone), lines, team, notifiedBefore };
    const problems = problemsIn({ ...input, notified: input.notified !== null }, facts);
    if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems.map(signingMessage));

    const notification = notificationOfAnswer(input, notifiedBefore, context);
    if (notification !== null) await recordNotification(row.client_id, notification, context);
    const { changes, noChangeReason, followUpOn, followUpBy, betterLooksLike, clientView, naloxone, safety } = input;
    if (changes.length > 0) {
      const values = changes.map(({ line, what, fromOn, who }, position) => ({
        organization_id: actor.organizationId,
        adjustment_id: row.id,
        position,
        line,
        what,
        from_on: fromOn,
        who,
      }));
      await db.insertInto('adjustment_change').values(values).execute();
    }
    const followUp = { follow_up_on: followUpOn, follow_up_by: followUpBy, better_looks_like: betterLooksLike };
    return stepTaken(
      row,
      {
        signed_at: now,
        signed_by: actor.staffId,
        no_change_reason: noChangeReason,
        client_view: clientView,
        naloxone,
        safety_today: safety,
        ...followUp,
      },
      context,
    );
  },

  recordOutcome: async ({ outcome, note, ...ids }, context) => {
    const row = await adjustmentBefore('closed', ids, context);
    // An explained result may close by itself, and has no change whose outcome there could be.
    if (row.signed_at === null) throw new Refusal('wrong-state');
    const next =
      outcome === 'needs-more'
        ? await openByHand(row.client_id, { trigger: 'team', about: needsMoreAbout(row.number), analytes: row.analytes }, context)
        : null;
    return { ...(await stepTaken(row, { outcome, outcome_at: context.now, outcome_note: note }, context)), next };
  },
};
