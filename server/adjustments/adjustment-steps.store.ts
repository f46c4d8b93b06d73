import type { Updateable } from 'kysely';
import type { Contract } from '#contract/index.ts';
import { stateOf } from '#domain/adjustments/states.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { answerOf, type AdjustmentRow } from './adjustment.rows.ts';

/** Writes one step, counts the version up, and answers where the adjustment stands. */
export async function stepTaken(row: AdjustmentRow, step: Updateable<Tables['adjustment']>, context: Context) {
  const { db, now, zone, record } = context;
  const updated = await db
    .updateTable('adjustment')
    .set({ ...step, version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await record.changed('adjustments', [row.client_id]);
  return { id: updated.id, version: updated.version, state: stateOf(answerOf(updated), dayAt(now, zone)) };
}

type PlanChange = Parameters<Procedure<Contract['adjustments']['sign']>>[0]['changes'][number];

/** Keeps what an adjustment changes in the plan, in the order given. */
export async function insertPlanChanges(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  adjustmentId: string,
  changes: readonly PlanChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await db
    .insertInto('adjustment_change')
    .values(
      changes.map(({ line, what, fromOn, who }, position) => ({
        organization_id: actor.organizationId,
        adjustment_id: adjustmentId,
        position,
        line,
        what,
        from_on: fromOn,
        who,
      })),
    )
    .execute();
}
