import type { Contract } from '#contract/index.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

type Given = Parameters<Procedure<Contract['caseload']['snooze']>>[0];
type Snooze = Pick<Given, 'clientId' | 'need' | 'reason' | 'until'> & {
  readonly adjustmentId: string | null;
  readonly supervisor: string | null;
};

/** Keeps that a task is put off from this moment until a day. */
export async function insertSnooze(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { clientId, need, adjustmentId, reason, until, supervisor }: Snooze,
): Promise<void> {
  await db
    .insertInto('snooze')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      need,
      adjustment_id: adjustmentId,
      reason,
      from_at: now,
      until_on: until,
      by: actor.staffId,
      supervisor,
    })
    .execute();
}
