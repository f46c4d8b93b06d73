import type { Contract } from '#contract/index.ts';
import { authorWords } from '#domain/imports/author-words.ts';
import { importAuthors } from '#server/imports/import-authors.rows.ts';
import { chartOf, recordOf } from './client-record.rows.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The chart of one client as the record page shows it. */
export const record: ProceduresOf<Contract['clients']>['record'] = async ({ clientId }, context) => {
  const [chart] = await context.record.seen(chartOf(context.db, context.actor, clientId));
  if (chart === undefined) throw new Refusal('client-unknown');
  const shown = await recordOf(chart, context);
  const files = await importAuthors(
    context.db,
    shown.changes.map(({ import_id }) => import_id),
  );
  const byOf = ({ by, import_id }: (typeof shown.changes)[number]) => {
    const file = files.get(import_id ?? '');
    return file === undefined ? by : authorWords(file);
  };
  return { ...shown, changes: shown.changes.map((change) => ({ ...change, by: byOf(change) })) };
};
