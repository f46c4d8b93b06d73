import type { ContactMethod } from '#domain/adjustments/open.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type OfAdjustment = { readonly clientId: string; readonly adjustmentId: string };

/** Keeps that what attached to an adjustment after its signature was spoken of. */
export async function insertResultContact(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  {
    clientId,
    adjustmentId,
    at,
    method,
    note,
  }: OfAdjustment & { readonly at: Instant; readonly method: ContactMethod; readonly note: string | null },
): Promise<void> {
  await db
    .insertInto('result_contact')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      adjustment_id: adjustmentId,
      at,
      method,
      note,
      recorded_by: actor.staffId,
    })
    .execute();
}

/** Keeps what was corrected of a result that somebody had acted on. */
export async function insertCorrection(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  {
    clientId,
    adjustmentId,
    analytesBefore,
    analytesAfter,
  }: OfAdjustment & { readonly analytesBefore: readonly string[]; readonly analytesAfter: readonly string[] },
): Promise<void> {
  await db
    .insertInto('result_correction')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      adjustment_id: adjustmentId,
      at: now,
      analytes_before: [...analytesBefore],
      analytes_after: [...analytesAfter],
      shared_at: null,
      shared_note: null,
      shared_by: null,
    })
    .execute();
}

/** Keeps when the client was told of the corrections of an adjustment, and how many that were. */
export async function shareCorrections(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  adjustmentId: string,
  { at, note }: { readonly at: Instant; readonly note: string },
): Promise<number> {
  const shared = await db
    .updateTable('result_correction')
    .set({ shared_at: at, shared_note: note, shared_by: actor.staffId })
    .where('adjustment_id', '=', adjustmentId)
    .where('shared_at', 'is', null)
    .where('at', '<=', at)
    .returning('id')
    .execute();
  return shared.length;
}
