import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { AdjustmentFacts } from '#domain/adjustments/states.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Database } from '#server/database/pool.ts';
import { followUpOf } from './adjustments.rows.ts';
import { clientOnPage } from '#server/clients/client-page.rows.ts';

/** The client of one adjustment, where this actor may open it: the child is found through its client, in the statement itself. */
export const clientOfAdjustment = (db: Database, actor: Actor, clientId: string, adjustmentId: string) =>
  clientOnPage(db, actor, clientId).where((eb) =>
    eb.exists(
      eb
        .selectFrom('adjustment')
        .select('adjustment.id')
        .whereRef('adjustment.organization_id', '=', 'client.organization_id')
        .whereRef('adjustment.client_id', '=', 'client.id')
        .where('adjustment.id', '=', adjustmentId),
    ),
  );

export const adjustmentRow = (db: Database, clientId: string, adjustmentId: string) =>
  db.selectFrom('adjustment').selectAll().where('client_id', '=', clientId).where('id', '=', adjustmentId).executeTakeFirstOrThrow();

export type AdjustmentRow = Awaited<ReturnType<typeof adjustmentRow>>;

/** What the care plan's rules read of a stored adjustment. */
export const answerOf = (row: AdjustmentRow): AdjustmentFacts => ({
  talkedAt: row.talked_at,
  explainedAt: row.explained_at,
  signedAt: row.signed_at,
  noChangeReason: row.no_change_reason,
  followUpOn: followUpOf(row),
  outcome: row.outcome,
  outcomeAt: row.outcome_at,
  amendedAt: row.amended_at,
});

export type StoredChange = {
  readonly adjustmentId: string;
  readonly line: string;
  readonly what: string;
  readonly fromOn: Day;
  readonly who: string;
};

/** The signed changes of each adjustment, in the order in which they were signed. */
export async function changesOf(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, readonly StoredChange[]>> {
  const rows = await db
    .selectFrom('adjustment_change')
    .select(['adjustment_id', 'line', 'what', 'from_on', 'who'])
    .where((eb) => eb('adjustment_id', '=', sql<string>`any(${ids}::uuid[])`))
    .orderBy('adjustment_id')
    .orderBy('position')
    .execute();
  const changes = rows.map((row): StoredChange => ({
    adjustmentId: row.adjustment_id,
    line: row.line,
    what: row.what,
    fromOn: row.from_on,
    who: row.who,
  }));
  return Map.groupBy(changes, ({ adjustmentId }) => adjustmentId);
}

/** The better that earlier follow-ups looked for, by adjustment. */
export async function aimsOf(db: Database, clientId: string): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db.selectFrom('adjustment').select(['id', 'better_looks_like']).where('client_id', '=', clientId).execute();
  return new Map(rows.map((row) => [row.id, row.better_looks_like]));
}

/** The collection events that an adjustment answers, with the analytes of each. */
export const resultsOf = (db: Database, adjustmentId: string) =>
  db
    .selectFrom('adjustment_result')
    .select(['screen_id', 'analyte', 'attached_at'])
    .where('adjustment_id', '=', adjustmentId)
    .orderBy('attached_at')
    .execute();
