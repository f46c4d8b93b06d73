import type { Contract } from '#contract/index.ts';
import { responseMenu } from '#domain/adjustments/response-menu.ts';
import { signingMessage } from '#domain/adjustments/signing-words.ts';
import { problemsIn } from '#domain/adjustments/signing.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { careTeamOf } from '#server/clients/care-team.rows.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { recordNotification } from '#server/safety/notifications.store.ts';
import { adjustmentBefore } from './adjustment-steps.guards.ts';
import { insertPlanChanges, stepTaken } from './adjustment-steps.store.ts';
import { notificationOfAnswer } from './talk.guards.ts';

const lines = responseMenu.flatMap((category) => category.lines.map(({ code }) => code));

/** Signs what changes in the plan, or that nothing does, with the client's view and the follow-up. */
export const sign: Procedure<Contract['adjustments']['sign']> = async (input, context) => {
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
  await insertPlanChanges(context, row.id, changes);
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
};
