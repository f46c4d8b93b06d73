import type { Contract } from '#contract/index.ts';
import { addDays, dayAt, daysBetween } from '#domain/calendar/calendar.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { isUndecided } from '#domain/drug-screens/lab-results.ts';
import { nameByLast } from '#server/clients/client-names.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { specimensAPage, waitingSpecimens } from './lab-queue.rows.ts';

/** How long a laboratory can be expected to report on a positive that was read here. What nobody has read waits for as long as it takes. */
const keptDays = 90;

/** Specimens that wait for a laboratory. What was expected of them isn't here: whoever enters a report reads it and interprets nothing (program rule 1.9). */
export const labQueue: Procedure<Contract['drugScreens']['labQueue']> = async ({ presumptive, after }, context) => {
  const today = dayAt(context.now, context.zone);
  const wanted = { unsent: presumptive !== undefined, keptFrom: addDays(today, -keptDays), after: after ?? null };
  const rows = await context.record.seen(waitingSpecimens(context, wanted));
  const page = rows.slice(0, specimensAPage);
  return {
    asOf: context.now,
    specimens: page.map((row) => ({
      screenId: row.id,
      clientId: row.client_id,
      name: nameByLast(row),
      bornOn: row.born_on,
      chartNumber: row.chart_number,
      collectedOn: row.collected_on,
      daysWaiting: Math.max(0, daysBetween(row.collected_on, today)),
      panel: row.panel,
      sent: row.sent,
      analytes: row.analytes.filter(({ result }) => isUndecided(result)).map((one) => ({ ...one, name: analyteName(one.analyte) })),
    })),
    next: rows.length > specimensAPage ? (page.at(-1)?.id ?? null) : null,
  };
};
