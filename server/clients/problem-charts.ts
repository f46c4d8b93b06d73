import type { DuplicatesShown, ProblemShown } from '#contract/clients-data-problems.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { isClientOf } from '#server/access/client-scope.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { chartOfClient, type ChartRow } from './charts.rows.ts';
import { firstCareOf, pairsAPage, type DuplicatePair } from './possible-duplicates.rows.ts';

type Charts = ReadonlyMap<string, ChartRow>;

/** The charts that a list of problems names. The event of the request names them, and nobody else. */
export async function chartsSeen({ db, actor, record }: Context, clientIds: readonly string[]): Promise<Charts> {
  const ids = [...new Set(clientIds)];
  const charts = await record.seen(
    chartOfClient(db)
      .where('client.id', 'in', ids.length === 0 ? [nobody] : ids)
      .where(isClientOf(actor)),
  );
  return new Map(charts.map((chart) => [chart.client_id, chart]));
}

const nobody = '00000000-0000-0000-0000-000000000000';

const chartShown = (row: ChartRow) => ({
  clientId: row.client_id,
  name: [row.preferred_name ?? row.first_name, row.last_name].join(' '),
  chartNumber: row.chart_number,
  bornOn: row.born_on,
});

/** The charts of one kind of problem, in the order in which they were found. */
export const problemRows = (
  charts: Charts,
  found: readonly { readonly client_id: string; readonly since: Day | null }[],
): ProblemShown['rows'] =>
  found.flatMap(({ client_id, since }) => {
    const chart = charts.get(client_id);
    return chart === undefined ? [] : [{ ...chartShown(chart), since }];
  });

/** A page of pairs, of those that were found and one more where there are more. The chart that has been in care for longer is first, so that it is the one that is offered to stay. */
export async function pairsShown(
  { db }: Pick<Context, 'db'>,
  charts: Charts,
  found: readonly DuplicatePair[],
): Promise<Omit<DuplicatesShown, 'many'>> {
  const pairs = found.slice(0, pairsAPage);
  const begun = await firstCareOf(
    db,
    pairs.flatMap(({ one_id, other_id }) => [one_id, other_id]),
  );
  const of = (clientId: string) => begun.get(clientId) ?? '~';
  const end = pairs.at(-1);
  return {
    pairs: pairs.flatMap(({ one_id, other_id, likeness }) => {
      const [one, other] = [charts.get(one_id), charts.get(other_id)];
      if (one === undefined || other === undefined) return [];
      const [first, second] = of(one_id) > of(other_id) ? [other, one] : [one, other];
      return [{ one: chartShown(first), other: chartShown(second), likeness }];
    }),
    next: found.length > pairsAPage && end !== undefined ? { one: end.one_id, other: end.other_id } : null,
  };
}
