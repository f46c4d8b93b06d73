import type { Contract } from '#contract/index.ts';
import { importShown, importsShown, importOf } from '../facts/imports.ts';
import { missingFrom } from '../intake/imports/census.ts';
import { importContextFor } from '../intake/csv/storing/desk.ts';
import { kindsShown, mappingsSuggested, refuseOpenQuestions, rememberedSource, sourcesKnown } from '../intake/imports/matching.ts';
import { namesHere } from '../intake/imports/suggestions.ts';
import { keptFile } from '../intake/imports/upload.ts';
import { workOn } from '../intake/imports/working.ts';
import type { Context, ProceduresOf } from '../procedure.ts';
import { Refusal } from '../refusal.ts';
import { importRows } from './imports/rows.ts';
import { importEnds } from './imports/ends.ts';

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
      .set({ ...settled, state: 'checking', at_row: 0, done: 0, of_rows: batch.rows, beaten_at: now, version: batch.version + 1 })
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
      .set({ state: 'importing', runs: batch.runs + 1, done: 0, of_rows, run_by: actor.staffId, run_at: now, beaten_at: now })
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
