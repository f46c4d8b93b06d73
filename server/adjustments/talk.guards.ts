import { stepProblems } from '#domain/adjustments/steps-words.ts';
import { dayAt, type Instant } from '#domain/calendar/calendar.ts';
import type { SafetyToday } from '#domain/adjustments/open.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { notificationRequired, type NotificationGiven, type Notified } from '#server/safety/notification.guards.ts';
import { momentGiven } from './adjustment-steps.guards.ts';
import type { AdjustmentRow } from './adjustment.rows.ts';

type When = 'now' | Instant;

/** How the result was checked before talking. One started by hand has no result to check. */
export function checkedAnswer({ trigger }: AdjustmentRow, checked: AdjustmentRow['checked']): AdjustmentRow['checked'] {
  if (trigger === 'screen' && checked === null) throw refuseField('checked', stepProblems.checked);
  if (trigger !== 'screen' && checked !== null) throw refuseField('checked', stepProblems.nothingToCheck);
  return checked;
}

/** When the conversation was: not in the future, and not before the day of the result. */
export async function talkedAt(row: AdjustmentRow, given: When, { db, now, zone }: Context): Promise<Instant> {
  if (given === 'now') return now;
  momentGiven(given, { now });
  const screen =
    row.screen_id === null
      ? undefined
      : await db.selectFrom('screen').select('collected_on').where('id', '=', row.screen_id).executeTakeFirst();
  const opened = dayAt(row.opened_at, zone);
  const first = screen !== undefined && screen.collected_on < opened ? screen.collected_on : opened;
  if (dayAt(given, zone) < first) throw refuseField('at', stepProblems.beforeOpening);
  return given;
}

/** Who on call was notified, where that is the answer. With any other answer there is nobody to name. */
export function notificationOfAnswer(
  { safety, notified }: { readonly safety: SafetyToday | null; readonly notified: NotificationGiven | null },
  notifiedBefore: boolean,
  context: Pick<Context, 'now'>,
): Notified | null {
  const isAllowed = safety === 'on-call-notified';
  const words = { needed: stepProblems.notified, notAsked: stepProblems.notNotified };
  return notificationRequired(notified, { isNeeded: isAllowed && !notifiedBefore, isAllowed, words }, context);
}
