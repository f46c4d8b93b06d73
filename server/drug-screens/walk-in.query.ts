import { sessionFor } from '#server/scheduling/sessions.guards.ts';
import { nameByLast } from '#server/clients/client-names.ts';
import { soughtClients, soughtNext } from '#server/clients/client-search.rows.ts';
import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Somebody in care who gives a specimen without having been due. */
export const walkIn: Procedure<Contract['drugScreens']['walkIn']> = async (requested, context) => {
  await sessionFor(context, requested.sessionId);
  const rows = await context.record.seen(soughtClients(context, requested));
  return {
    clients: rows.map((row) => ({
      clientId: row.client_id,
      name: nameByLast(row),
      bornOn: row.born_on,
      chartNumber: row.chart_number,
    })),
    next: soughtNext(rows),
  };
};
