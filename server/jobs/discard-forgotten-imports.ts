import { addHours, type Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { deleteRows } from '#server/imports/import-rows.store.ts';
import { deleteImport } from '#server/imports/imports.store.ts';
import type { Job } from './job.ts';

/** Days for which rows that need a decision, and files that nobody went on with, wait for somebody. A setting of ours. */
const keptDays = 30;

/** Once an import can no longer be taken back, its rows are discarded but for those that need a decision; and those too after a month. */
export const discardForgottenImports: Job = {
  name: 'jobs.imports',
  parts: async ({ db, now }) => {
    const rows = await db
      .selectFrom('import_batch')
      .select('id')
      .where(({ or, eb, and }) =>
        or([
          and([eb('state', 'in', ['in', 'undone']), eb.or([eb('undo_until', 'is', null), eb('undo_until', '<=', now)])]),
          and([eb('state', 'in', ['matching', 'checked', 'failed']), eb('opened_at', '<', monthBefore(now))]),
        ]),
      )
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('import_row').select('import_row.row').whereRef('import_row.import_id', '=', 'import_batch.id')),
      )
      .orderBy('id')
      .execute();
    return rows.map(({ id }) => id);
  },
  run: async ({ db, now }, importId) => ((await discarded(db, now, importId)) ? ['imports'] : []),
};

const monthBefore = (now: Instant): Instant => addHours(now, -24 * keptDays);

async function discarded(db: Database, now: Instant, importId: string): Promise<boolean> {
  const { state, opened_at, run_at } = await db
    .selectFrom('import_batch')
    .select(['state', 'opened_at', 'run_at'])
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const old = opened_at < monthBefore(now);
  if (old && run_at === null) {
    await deleteImport(db, importId);
    return true;
  }
  const waiting = state === 'in' && !old;
  return (await deleteRows(db, importId, waiting ? 'fix' : null)) > 0;
}
