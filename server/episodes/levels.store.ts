import type { Day } from '#domain/calendar/calendar.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import { updateFields, type NewFields, type RowKey } from '#server/database/update-fields.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type LevelSpan = { readonly clientId: string; readonly episodeId: string; readonly level: string; readonly from: Day };

const columnsOf = ({ actor }: Pick<Context, 'actor'>, { clientId, episodeId, level, from }: LevelSpan) => ({
  organization_id: actor.organizationId,
  client_id: clientId,
  episode_id: episodeId,
  level,
  from_on: from,
});

export async function insertLevel(context: Pick<Context, 'db' | 'actor'>, span: LevelSpan): Promise<{ id: string }> {
  return context.db.insertInto('level_span').values(columnsOf(context, span)).returning('id').executeTakeFirstOrThrow();
}

/** The level from a day on, in place of one that begins on the same day. */
export async function setLevel(context: Pick<Context, 'db' | 'actor'>, span: LevelSpan): Promise<void> {
  await context.db
    .insertInto('level_span')
    .values(columnsOf(context, span))
    .onConflict((conflict) => conflict.columns(['organization_id', 'episode_id', 'from_on']).doUpdateSet({ level: span.level }))
    .execute();
}

export async function changeLevelSpan(
  { db }: Pick<Context, 'db'>,
  id: string,
  { level, from }: Pick<LevelSpan, 'level' | 'from'>,
): Promise<void> {
  await db
    .updateTable('level_span')
    .set((eb) => ({ level, from_on: from, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Adds levels of care of episodes. */
export const insertLevels = (db: Database, rows: readonly WholeRow<'level_span'>[]): Promise<void> => insertRows(db, 'level_span', rows);

/** Sets fields of a level of care, as its next version. */
export const setLevelFields = (db: Database, key: RowKey, fields: NewFields): Promise<void> =>
  updateFields(db, 'level_span', key, fields, { counted: true });
