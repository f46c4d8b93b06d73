import type { Contract } from '#contract/index.ts';
import { chartProblems } from '#domain/clients/data-problems.ts';
import { problemsAPage, problemsFor } from './data-problems.rows.ts';
import { countPairs, pairsAPage, pairsListed } from './possible-duplicates.rows.ts';
import { chartsSeen, pairsShown, problemRows } from './problem-charts.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { beingWorkedOut, staleLookedFor } from '#server/projections/fresh-answers.ts';
import { identitiesToCompare } from '#server/projections/noted-clients.rows.ts';

/** What is missing, can't be, or is there twice in the charts that this actor may open: how many, and the first of each kind. The event names those who are listed. */
export const problems: ProceduresOf<Contract['clients']>['problems'] = async (_, context) => {
  const uncompared = beingWorkedOut(context, await identitiesToCompare(context.db, staleLookedFor));
  const found = await problemsFor(context);
  const pairs = await pairsListed(context, null);
  const charts = await chartsSeen(context, [
    ...found.map(({ client_id }) => client_id),
    ...pairs.slice(0, pairsAPage).flatMap(({ one_id, other_id }) => [one_id, other_id]),
  ]);
  return {
    asOf: context.now,
    beingWorkedOut: uncompared,
    duplicates: { many: await countPairs(context), ...(await pairsShown(context, charts, pairs)) },
    problems: chartProblems.map((problem) => {
      const own = found.filter((row) => row.problem === problem);
      const many = own[0]?.many ?? 0;
      return { problem, many, rows: problemRows(charts, own), next: many > problemsAPage ? (own.at(-1)?.client_id ?? null) : null };
    }),
  };
};
