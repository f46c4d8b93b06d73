import { breathReading } from '#domain/drug-screens/breath-alcohol.ts';
import { breathNotificationWords } from '#domain/drug-screens/breath-alcohol-words.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { notificationRequired, type NotificationGiven, type Notified } from '#server/safety/notification.guards.ts';

/**
 * Whom was notified of a breath value: needed at the program's limit and above, and allowed nowhere else. Where the clock runs already for an earlier
 * number (`isNeeded` false) it may be left out.
 */
export function breathNotification(
  value: number,
  given: NotificationGiven | null | undefined,
  context: Pick<Context, 'settings' | 'now'>,
  isNeeded = true,
): Notified | null {
  const isOver = breathReading(value, context.settings) === 'over-limit';
  return notificationRequired(given, { isNeeded: isOver && isNeeded, isAllowed: isOver, words: breathNotificationWords }, context);
}
