import type { Contract } from '#contract/index.ts';
import { clientFor } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { notificationGiven } from '#server/safety/notification.guards.ts';
import { notifyUnansweredConcerns } from '#server/safety/notifications.store.ts';

/** Who was notified of the open safety concerns of a client, and when. */
export const recordNotification: Procedure<Contract['caseload']['recordNotification']> = async ({ clientId, notified }, context) => {
  const { db, actor, record } = context;
  await clientFor(db, actor, clientId);
  if (!(await notifyUnansweredConcerns(clientId, notificationGiven(notified, context), context)))
    throw new Refusal('wrong-state', 'No open concern of this client waits for this. Load the page again to see who was told.');
  await record.changed('caseload', [clientId]);
  return {};
};
