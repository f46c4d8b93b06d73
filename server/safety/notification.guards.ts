import type * as z from 'zod/mini';
import type { Notification } from '#contract/safety.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import { notifiedInFuture } from '#domain/safety/words.ts';
import { isAfterNow } from '#server/clock.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

export type NotificationGiven = z.output<typeof Notification>;

/** Whom on call was notified, and the moment of it. */
export type Notified = { readonly who: string; readonly at: Instant };

type Requirement = {
  readonly isNeeded: boolean;
  readonly isAllowed: boolean;
  readonly words: { readonly needed: string; readonly notAsked: string };
};

/** Refuses a notification that is missing where it is needed, and one that nothing asks for. */
export function notificationRequired(
  given: NotificationGiven | null | undefined,
  { isNeeded, isAllowed, words }: Requirement,
  context: Pick<Context, 'now'>,
): Notified | null {
  if (given == null) {
    if (isNeeded) throw refuseField('notified', words.needed);
    return null;
  }
  if (!isAllowed) throw refuseField('notified', words.notAsked);
  return notificationGiven(given, context);
}

/** Who was notified, and when by the server's clock. Refuses a moment to come. */
export function notificationGiven(given: NotificationGiven, { now }: Pick<Context, 'now'>, field = 'notified'): Notified {
  const at = given.at === 'now' ? now : given.at;
  if (isAfterNow(at, now)) throw refuseField(`${field}.at`, notifiedInFuture);
  return { who: given.who, at };
}
