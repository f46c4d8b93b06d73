import type { Contract } from '#contract/index.ts';
import { problemsAPage, problemsBehind } from './data-problems.rows.ts';
import { chartsSeen, problemRows } from './problem-charts.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';

/** The next page of one kind of problem. */
export const moreProblems: ProceduresOf<Contract['clients']>['moreProblems'] = async ({ problem, after }, context) => {
  const found = await problemsBehind(context, problem, after);
  const page = found.slice(0, problemsAPage);
  const charts = await chartsSeen(
    context,
    page.map(({ client_id }) => client_id),
  );
  return { rows: problemRows(charts, page), next: found.length > problemsAPage ? (page.at(-1)?.client_id ?? null) : null };
};
