import type { Contract } from '#contract/index.ts';
import { importOf, importShown } from './imports.rows.ts';
import { takenBack } from './rollback.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

type EndCalls = Pick<ProceduresOf<Contract['imports']>, 'undo' | 'throwAway'>;

const mostNamed = 20;

export const importEnds: EndCalls = {
  undo: async ({ importId, leaveDependents }, { db, actor, now, record }) => {
    const batch = await importOf(db, actor, importId, true);
    const { undone, dependents, clientIds } = await takenBack(db, batch, leaveDependents, now);
    if (undone > 0)
      await db
        .updateTable('import_batch')
        .set({
          state: 'undone',
          in_rows: batch.in_rows - undone,
          undone_by: actor.staffId,
          undone_at: now,
          undo_until: null,
          version: batch.version + 1,
        })
        .where('id', '=', importId)
        .execute();
    await record.changed('everything', clientIds);
    return {
      import: await importShown(db, actor, importId),
      undone,
      dependents: dependents.slice(0, mostNamed),
      dependentRows: dependents.length,
    };
  },

  throwAway: async ({ importId }, { db, actor, record }) => {
    const batch = await importOf(db, actor, importId, true);
    if (batch.state === 'checking' || batch.state === 'importing') throw new Refusal('wrong-state');
    const rows = db.deleteFrom('import_row').where('import_id', '=', importId);
    const { numDeletedRows } = await rows.where('state', '<>', 'in').executeTakeFirst();
    const left = await db.selectFrom('import_row').select('row').where('import_id', '=', importId).limit(1).execute();
    // What is in can still be taken back, so the import that brought it stays in the list.
    if (left.length === 0 && batch.run_at === null) await db.deleteFrom('import_batch').where('id', '=', importId).execute();
    await record.changed('imports', []);
    return { left: Number(numDeletedRows) };
  },
};
