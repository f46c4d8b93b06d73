import type { Contract } from '#contract/index.ts';
import { pairsAPage, pairsListed } from './possible-duplicates.rows.ts';
import { chartsSeen, pairsShown } from './problem-charts.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';

/** The next page of the charts that look like one person's. */
export const moreDuplicates: ProceduresOf<Contract['clients']>['moreDuplicates'] = async ({ one, other }, context) => {
  const found = await pairsListed(context, [one, other]);
  const charts = await chartsSeen(
    context,
    found.slice(0, pairsAPage).flatMap(({ one_id, other_id }) => [one_id, other_id]),
  );
  return pairsShown(context, charts, found);
};
