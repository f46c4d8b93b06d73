import type { DuplicateShown } from '#contract/clients-input.ts';
import type { Contract } from '#contract/index.ts';
import { likeness, likenesses, type Likeness } from '#domain/clients/duplicates.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import { careStatusOf, chartOfClient, type ChartRow } from './charts.rows.ts';
import { chartsLike, numberTaken, personOf } from './duplicates.rows.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** The strongest are shown: whoever writes a name down is asked about a few charts, and not about everybody of that name. */
const most = 10;

/** Charts that may be the same person's, the strongest likeness first. A chart out of reach is never shown; only that its number is taken. */
export const duplicates: ProceduresOf<Contract['clients']>['duplicates'] = async (input, { db, actor, record }) => {
  const except = input.except ?? null;
  const similar = (await chartsLike(db, actor, input))
    .flatMap((row) => {
      const similarity = row.client_id === except ? null : likeness(input, personOf(row));
      return similarity === null ? [] : [{ id: row.client_id, similarity }];
    })
    .toSorted((a, b) => likenesses.indexOf(a.similarity) - likenesses.indexOf(b.similarity))
    .slice(0, most);
  // Those that were compared and not shown were seen by nobody: the event names the others.
  const charts = await record.seen(
    chartOfClient(db)
      .where('client.id', 'in', similar.length === 0 ? [nobody] : similar.map(({ id }) => id))
      .where(clientsOf(actor)),
  );
  const byId = new Map(charts.map((row) => [row.client_id, row]));
  return {
    duplicates: similar.flatMap(({ id, similarity }) => {
      const row = byId.get(id);
      return row === undefined ? [] : [duplicateShown(row, similarity)];
    }),
    numberTaken: input.chartNumber !== '' && (await numberTaken(db, input.chartNumber, except)),
  };
};

const duplicateShown = (row: ChartRow, similarity: Likeness): DuplicateShown => ({
  clientId: row.client_id,
  name: [row.preferred_name ?? row.first_name, row.last_name].join(' '),
  chartNumber: row.chart_number,
  bornOn: row.born_on,
  careStatus: careStatusOf(row),
  likeness: similarity,
});
