import { randomUUID } from 'node:crypto';
import type { AdjustmentAnswer, Trigger } from '#domain/adjustments/open.ts';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import { wholeSpecimen } from '#server/drug-screens/screen-links.rows.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Opened = NonNullable<AdjustmentAnswer['opens']>;

/** Opens one adjustment for a screen, with its clocks and number. Everything else about it starts blank. */
export async function openOne(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  screen: { readonly id: string; readonly clientId: string },
  opens: Opened,
  number: number,
) {
  const id = randomUUID();
  await db
    .insertInto('adjustment')
    .values({
      organization_id: actor.organizationId,
      id,
      client_id: screen.clientId,
      number,
      trigger: 'screen',
      screen_id: screen.id,
      analytes: [...opens.analytes],
      specimen_not_valid: opens.wording === 'specimen-not-valid',
      opened_at: opens.openedAt,
      talk_due_at: opens.talkDueAt,
      sign_due_at: opens.signDueAt,
      ...unanswered,
    })
    .execute();
  await link(db, actor.organizationId, screen.id, id, { analytes: opens.analytes, at: opens.openedAt, afterSignature: false });
  return { id, number, trigger: 'screen' as const, analytes: opens.analytes, followUpOn: null, signedAt: null };
}

/** Nothing about the talk, the plan or the client's view is filled in by the program. */
const unanswered = {
  about: null,
  checked: null,
  talked_at: null,
  talk_method: null,
  own_words: null,
  safety_today: null,
  naloxone: null,
  explained_at: null,
  explained_because: null,
  explanation: null,
  signed_at: null,
  signed_by: null,
  no_change_reason: null,
  client_view: null,
  follow_up_on: null,
  follow_up_by: null,
  better_looks_like: null,
  outcome: null,
  outcome_at: null,
  outcome_note: null,
  amended_at: null,
} as const;

export type ByHand = {
  readonly trigger: Exclude<Trigger, 'screen'>;
  readonly about: string | null;
  readonly followsId: string | null;
  readonly analytes: readonly string[];
};
type Clocks = { readonly number: number; readonly openedAt: Instant; readonly talkDueAt: Instant; readonly signDueAt: Instant };

/** Keeps an adjustment that no screen asked for. */
export const insertByHand = (
  db: Context['db'],
  organizationId: string,
  clientId: string,
  { trigger, about, followsId, analytes, number, openedAt, talkDueAt, signDueAt }: ByHand & Clocks,
): Promise<{ id: string; number: number }> =>
  db
    .insertInto('adjustment')
    .values({
      organization_id: organizationId,
      client_id: clientId,
      number,
      trigger,
      about,
      follows_id: followsId,
      analytes: [...analytes],
      opened_at: openedAt,
      talk_due_at: talkDueAt,
      sign_due_at: signDueAt,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();

/** Keeps which analytes an adjustment answers from now on. */
export async function setAnalytes(db: Context['db'], adjustmentId: string, analytes: readonly string[]): Promise<void> {
  await db
    .updateTable('adjustment')
    .set((eb) => ({ version: eb('version', '+', 1), analytes: [...analytes] }))
    .where('id', '=', adjustmentId)
    .execute();
}

/** Keeps that results which attached ask for the follow-up now. Answers whether they did so before any did: what was signed isn't changed. */
export async function bringFollowUpForward(db: Context['db'], adjustmentId: string, on: Day): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('adjustment')
    .set((eb) => ({ version: eb('version', '+', 1), follow_up_forward_on: on }))
    .where('id', '=', adjustmentId)
    .where('follow_up_on', '>', on)
    .where('follow_up_forward_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps that the cause of an adjustment was corrected away. */
export async function amendAdjustment(db: Context['db'], adjustmentId: string, at: Instant): Promise<void> {
  await db
    .updateTable('adjustment')
    .set((eb) => ({ version: eb('version', '+', 1), amended_at: at }))
    .where('id', '=', adjustmentId)
    .execute();
}

/** Ties a screen to the adjustment that answers it, one row an analyte, or one for the whole specimen. */
export async function link(
  db: Context['db'],
  organizationId: string,
  screenId: string,
  adjustmentId: string,
  { analytes, at, afterSignature }: { readonly analytes: readonly string[]; readonly at: Instant; readonly afterSignature: boolean },
): Promise<void> {
  const tied = analytes.length === 0 ? [wholeSpecimen] : analytes;
  await db
    .insertInto('adjustment_result')
    .values(
      tied.map((analyte) => ({
        organization_id: organizationId,
        adjustment_id: adjustmentId,
        screen_id: screenId,
        analyte,
        attached_at: at,
        after_signature: afterSignature,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Adds adjustments as they open, and what results they answer. */
export async function insertAdjustments(
  db: Database,
  adjustments: readonly WholeRow<'adjustment'>[],
  results: readonly WholeRow<'adjustment_result'>[],
): Promise<void> {
  await insertRows(db, 'adjustment', adjustments);
  await insertRows(db, 'adjustment_result', results);
}
