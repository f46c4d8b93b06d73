import { fullName } from './client-names.ts';
import type { Contract } from '#contract/index.ts';
import { dataProblems } from '#domain/clients/data-problems.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import { chartOfClient } from './charts.rows.ts';
import { duplicatesFor, problemsFor } from './data-problems.rows.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';

const nobody = '00000000-0000-0000-0000-000000000000';
const most = 100;

/** What is missing, can't be, or is there twice in the charts that this actor may open. The event names those who are listed. */
export const problems: ProceduresOf<Contract['clients']>['problems'] = async (_, context) => {
  const { db, actor, now, record } = context;
  const found = await problemsFor(context);
  const pairs = await duplicatesFor(context);
  const shown = pairs.slice(0, most);
  const ids = new Set([...found.map(({ client_id }) => client_id), ...shown.flatMap(({ oneId, otherId }) => [oneId, otherId])]);
  const charts = await record.seen(
    chartOfClient(db)
      .where('client.id', 'in', ids.size === 0 ? [nobody] : [...ids])
      .where(clientsOf(actor)),
  );
  const byId = new Map(
    charts.map((row) => [
      row.client_id,
      {
        clientId: row.client_id,
        name: fullName(row),
        chartNumber: row.chart_number,
        bornOn: row.born_on,
      },
    ]),
  );
  const counts = new Map<string, number>([['duplicate', pairs.length], ...found.map(({ problem, many }) => [problem, many] as const)]);
  return {
    asOf: now,
    counts: dataProblems.map((problem) => ({ problem, many: counts.get(problem) ?? 0 })),
    problems: found.flatMap(({ client_id, problem, since }) => {
      const chart = byId.get(client_id);
      return chart === undefined ? [] : [{ ...chart, problem, since }];
    }),
    duplicates: shown.flatMap(({ oneId, otherId, likeness }) => {
      const [one, other] = [byId.get(oneId), byId.get(otherId)];
      return one === undefined || other === undefined ? [] : [{ one, other, likeness }];
    }),
  };
};
