import { stepProblems } from '#domain/adjustment-steps-words.ts';
import { dayAt, type Instant } from '#domain/calendar.ts';
import type { SafetyToday } from '#domain/care-plan.ts';
import type { Context } from '../procedure.ts';
import { refuseField } from '../refusal.ts';
import type { AdjustmentRow } from './adjustment-rows.ts';

type When = 'now' | Instant;
type Told = { readonly who: string; readonly at: When } | null;

/** How the result was checked before talking. One started by hand has no result to check. */
export function checkedAnswer({ trigger }: AdjustmentRow, checked: AdjustmentRow['checked']): AdjustmentRow['checked'] {
  if (trigger === 'screen' && checked === null) throw refuseField('checked', stepProblems.checked);
  if (trigger !== 'screen' && checked !== null) throw refuseField('checked', stepProblems.nothingToCheck);
  return checked;
}

/** When the conversation was: not in the future, and not before the day of the result. */
export async function talkedAt(row: AdjustmentRow, given: When, { db, now, zone }: Context): Promise<Instant> {
  if (given === 'now') return now;
  if (given > now) throw refuseField('at', stepProblems.future);
  const screen =
    row.screen_id === null
      ? undefined
      : await db.selectFrom('screen').select('collected_on').where('id', '=', row.screen_id).executeTakeFirst();
  const opened = dayAt(row.opened_at, zone);
  const first = screen !== undefined && screen.collected_on < opened ? screen.collected_on : opened;
  if (dayAt(given, zone) < first) throw refuseField('at', stepProblems.beforeOpening);
  return given;
}

/** Who on call was told, where that is the answer. With any other answer there is nobody to name. */
export function toldAnswer(
  { safety, told }: { readonly safety: SafetyToday | null; readonly told: Told },
  toldBefore: boolean,
  now: Instant,
): { who: string; at: Instant } | null {
  if (safety !== 'on-call-told') {
    if (told !== null) throw refuseField('told', stepProblems.notTold);
    return null;
  }
  if (told === null) {
    if (!toldBefore) throw refuseField('told', stepProblems.told);
    return null;
  }
  const at = told.at === 'now' ? now : told.at;
  if (at > now) throw refuseField('told.at', stepProblems.future);
  return { who: told.who, at };
}
