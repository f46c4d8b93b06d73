import type { Updateable } from 'kysely';
import { stateOf } from '#domain/adjustments/states.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
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
