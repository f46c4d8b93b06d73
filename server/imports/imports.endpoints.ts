import type { Contract } from '#contract/index.ts';
import { importShown, importsShown, importOf } from './imports.rows.ts';
import { missingFrom } from './census.rows.ts';
import { importContextFor } from './storing/import-context.ts';
import { kindsShown, mappingsSuggested, refuseOpenQuestions, rememberedSource, sourcesKnown } from './matching.ts';
import { namesHere } from './suggestions.rows.ts';
import { keptFile } from './upload.ts';
import { workOn } from './import-worker.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { importRows } from './import-rows.command.ts';
import { importEnds } from './start-import.command.ts';

/** Goes on with an import once the answer is stored. */
const goOn = ({ actor, afterwards }: Context, importId: string): void =>
  afterwards((server) => workOn(server, { organizationId: actor.organizationId, importId }));

export const imports: ProceduresOf<Contract['imports']> = {
  ...importRows,
  ...importEnds,

  list: async (_, { db, actor, now, zone }) => ({ asOf: now, timeZone: zone, imports: await importsShown(db, actor), kinds: kindsShown() }),

  upload: async ({ fileName }, { db, actor, now, file, record }) => {
    const importId = await keptFile(db, actor, now, fileName, file ?? new Uint8Array());
    await record.changed('imports', []);
    return importShown(db, actor, importId);
  },

  one: async ({ importId }, { db, actor, now, zone }) => {
    const batch = await importOf(db, actor, importId);
    return {
      import: await importShown(db, actor, importId),
      timeZone: zone,
      columns: batch.columns_seen,
      mapping: batch.mapping,
      suggested: mappingsSuggested(batch),
      sources: await sourcesKnown(db),
      kinds: kindsShown(),
      names: namesHere(await importContextFor(db, actor.organizationId, now)),
    };
  },

  match: async ({ importId, source, mapping }, context) => {
    const { db, actor, now, record } = context;
    const batch = await importOf(db, actor, importId, true);
    if (batch.state !== 'matching' && batch.state !== 'checked') throw new Refusal('wrong-state');
    refuseOpenQuestions(mapping, batch);
    const sourceId = await rememberedSource(db, actor.organizationId, source, mapping);
    const settled = { source_id: sourceId, kind: mapping.kind, mapping: JSON.stringify(mapping), stopped_because: null };
    await db
      .updateTable('import_batch')
      .set({ ...settled, state: 'checking', at_row: 0, done: 0, of_rows: batch.rows, heartbeat_at: now, version: batch.version + 1 })
      .where('id', '=', importId)
      .execute();
    await record.changed('imports', []);
    goOn(context, importId);
    return importShown(db, actor, importId);
  },

  start: async ({ importId }, context) => {
    const { db, actor, now, record } = context;
    const batch = await importOf(db, actor, importId, true);
    if (batch.state !== 'checked' && batch.state !== 'in') throw new Refusal('wrong-state');
    const { counts } = await importShown(db, actor, importId);
    const of_rows = counts.ready + counts.update;
    if (of_rows === 0) throw new Refusal('wrong-state', 'No row is ready to go in.');
    await db
      .updateTable('import_batch')
      .set({ state: 'importing', runs: batch.runs + 1, done: 0, of_rows, run_by: actor.staffId, run_at: now, heartbeat_at: now })
      .set({ stopped_because: null, version: batch.version + 1 })
      .where('id', '=', importId)
      .execute();
    await record.changed('imports', []);
    goOn(context, importId);
    return importShown(db, actor, importId);
  },

  missing: async ({ importId }, { db, actor, record }) => {
    const batch = await importOf(db, actor, importId);
    const rows = await record.seen(missingFrom(db, batch));
    return {
      clients: rows.map(({ client_id, first_name, last_name, preferred_name, chart_number, therapist }) => ({
        clientId: client_id,
        name: `${preferred_name ?? first_name} ${last_name}`,
        chartNumber: chart_number,
        therapist,
      })),
    };
  },
};
