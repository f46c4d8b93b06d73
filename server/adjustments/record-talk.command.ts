import type { Contract } from '#contract/index.ts';
import { stepProblems } from '#domain/adjustments/steps-words.ts';
import { isContact } from '#domain/clients/contact-attempts.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { recordNotification } from '#server/safety/notifications.store.ts';
import { adjustmentBefore } from './adjustment-steps.guards.ts';
import { stepTaken } from './adjustment-steps.store.ts';
import { checkedAnswer, notificationOfAnswer, talkedAt } from './talk.guards.ts';

/** Records the talk about a result: when and how it was, in whose words, and what was done about safety. */
export const talk: Procedure<Contract['adjustments']['talk']> = async (input, context) => {
  const row = await adjustmentBefore('talked', input, context);
  if (!isContact({ method: input.method, reached: true })) throw refuseField('method', stepProblems.oneWay);
  const checked = checkedAnswer(row, input.checked);
  const talked_at = await talkedAt(row, input.at, context);
  const notification = notificationOfAnswer(input, false, context);
  if (notification !== null) await recordNotification(row.client_id, notification, context);
  const words = { own_words: input.ownWords, own_words_exportable: input.mayAppearInExports && input.ownWords !== null };
  return stepTaken(
    row,
    {
      checked,
      talked_at,
      talked_by: context.actor.staffId,
      talk_method: input.method,
      ...words,
      safety_today: input.safety,
      naloxone: input.naloxone,
    },
    context,
  );
};
