import { problemWords } from '#domain/imports/problem-words.ts';
import type { Contract } from '#contract/index.ts';
import { importOf, importShown } from './imports.rows.ts';
import { csvText } from './csv/csv-text.ts';
import { importContextFor } from './storing/import-context.ts';
import { similarRows } from './similar-rows.ts';
import type { Batch } from './batches.ts';
import { checkedAgain, mended, theseRows } from './fix-rows.ts';
import type { ImportRow } from './import-rows.rows.ts';
import { rowsAPage, rowsOf, rowsShown, rowsToFix } from './row-view.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

type RowCalls = Pick<ProceduresOf<Contract['imports']>, 'rows' | 'fix' | 'skip' | 'keep' | 'held'>;

const importContext = ({ db, actor, now }: Context) => importContextFor(db, actor.organizationId, now);

/** Rows can be put right while nobody works on the import and it has not been taken back. */
async function openBatch({ db, actor }: Context, importId: string): Promise<Batch> {
  const batch = await importOf(db, actor, importId, true);
  if (batch.state !== 'checked' && batch.state !== 'in') throw new Refusal('wrong-state');
  return batch;
}

async function openRows(context: Context, importId: string, row: number, similar: boolean): Promise<{ batch: Batch; rows: ImportRow[] }> {
  const batch = await openBatch(context, importId);
  const rows = await similarRows(context.db, importId, row, similar);
  if (rows.length === 0 || rows.some(({ state }) => state === 'in'))
    throw refuseField('row', 'This row is in already, or there is no such row.');
  return { batch, rows };
}

/** What a change of rows is answered with: the import's counts, and the first of the rows as they now are. */
async function answered(context: Context, batch: Batch, rows: readonly ImportRow[]) {
  const { db, actor, record } = context;
  const shown = await rowsShown(await importContext(context), batch, rows.slice(0, rowsAPage));
  await record.changed('imports', clientsIn(shown));
  return { import: await importShown(db, actor, batch.id), rows: shown };
}

type Shown = Awaited<ReturnType<typeof rowsShown>>;

const clientsIn = (rows: Shown): string[] => [
  ...new Set(
    rows.flatMap(({ clientId, problems }) =>
      [clientId, ...problems.flatMap(({ suggestions }) => suggestions.map((one) => one.clientId))].flatMap((id) => id ?? []),
    ),
  ),
];

export const importRows: RowCalls = {
  rows: async ({ importId, show, after }, context) => {
    const { db, actor, record } = context;
    const batch = await importOf(db, actor, importId);
    if (batch.mapping === null) return { rows: [], more: false };
    const from = Number(after ?? 0);
    const found =
      show === 'fix' ? await rowsToFix(db, importId, from) : await rowsOf(db, importId, show === 'fix-each' ? 'fix' : show, from);
    const rows = await rowsShown(await importContext(context), batch, found.slice(0, rowsAPage));
    const named = ['00000000-0000-0000-0000-000000000000', ...clientsIn(rows)];
    await record.seen(db.selectFrom('client').select('client.id as client_id').where('client.id', 'in', named) as never);
    return { rows, more: found.length > rowsAPage };
  },

  fix: async ({ importId, row, column, value, similar }, context) => {
    const { batch, rows } = await openRows(context, importId, row, similar);
    if (value === '') throw refuseField('value', 'Write what belongs in this cell, or leave the row out.');
    return answered(context, batch, await mended(await importContext(context), batch, rows, column, value));
  },

  skip: async ({ importId, row, similar, skip }, context) => {
    const { batch, rows } = await openRows(context, importId, row, similar);
    if (!skip) return answered(context, batch, await checkedAgain(await importContext(context), batch, rows));
    const numbers = rows.map((one) => one.row);
    await context.db
      .updateTable('import_row')
      .set({ state: 'skipped' })
      .where('import_id', '=', importId)
      .where('row', 'in', numbers)
      .execute();
    return answered(context, batch, await theseRows(context.db, importId, rows));
  },

  keep: async ({ importId, row, columns }, context) => {
    const { batch, rows } = await openRows(context, importId, row, false);
    const [one] = rows;
    const unknown = columns.find((column) => one?.changes?.every((change) => change.column !== column) ?? true);
    if (one?.state !== 'update' || unknown !== undefined) throw refuseField('columns', 'The row changes no such column.');
    await context.db
      .updateTable('import_row')
      .set({ kept_columns: columns })
      .where('import_id', '=', importId)
      .where('row', '=', row)
      .execute();
    return answered(context, batch, await theseRows(context.db, importId, rows));
  },

  held: async ({ importId }, context) => {
    const { db, actor, record } = context;
    const batch = await importOf(db, actor, importId);
    const rows = await db
      .selectFrom('import_row')
      .select(['cells', 'client_id', 'problems'])
      .where('import_id', '=', importId)
      .where('state', '=', 'fix')
      .orderBy('row')
      .limit(50_000)
      .execute();
    const named = ['00000000-0000-0000-0000-000000000000', ...rows.flatMap(({ client_id }) => client_id ?? [])];
    await record.seen(db.selectFrom('client').select('client.id as client_id').where('client.id', 'in', named) as never);
    const why = rows.map(({ problems }) =>
      (problems ?? [])
        .map((problem) => {
          const { message, fix } = problemWords(problem);
          return [problem.column, message, fix].filter(Boolean).join(' ');
        })
        .join(' '),
    );
    return {
      fileName: `to-fix-${batch.file_name.replace(/\.[^.]*$/, '')}.csv`,
      csv: csvText([[...batch.header, 'what to fix'], ...rows.map(({ cells }, at) => [...cells, why[at] ?? ''])]),
      rows: rows.length,
    };
  },
};
