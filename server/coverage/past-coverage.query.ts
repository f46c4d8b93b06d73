import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { rowShown } from './coverage-row.ts';
import { coverageAPage, coverageBefore } from './coverage.rows.ts';

/** Coverage that is over, the latest first, a page at a time. */
export const past: Procedure<Contract['coverage']['past']> = async ({ after }, context) => {
  const rows = await coverageBefore(context, dayAt(context.now, context.zone), after ?? null);
  const page = rows.slice(0, coverageAPage);
  return { rows: page.map((row) => rowShown(row, context)), next: rows.length > coverageAPage ? (page.at(-1)?.id ?? null) : null };
};
