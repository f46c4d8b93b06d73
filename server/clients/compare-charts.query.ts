import type { Contract } from '#contract/index.ts';
import { chartsCompared } from './charts-compared.ts';
import { mergeFactsOf, twoCharts } from './merge-comparison.rows.ts';
import { bothCharts } from './merge.guards.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';

/** What two charts hold, beside each other, before one is merged into the other. */
export const compare: ProceduresOf<Contract['clients']>['compare'] = async ({ clientId, otherId }, { db, actor, now, record }) => {
  const [surviving, merged] = bothCharts(clientId, otherId, await record.seen(twoCharts(db, actor, [clientId, otherId])));
  return chartsCompared(surviving, merged, await mergeFactsOf(db, surviving, merged), now);
};
