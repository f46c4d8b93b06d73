import type { Contract } from '#contract/index.ts';
import { shownName } from '#server/clients/client-names.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { caseloadClients } from './caseload-clients.rows.ts';

/** The clients of one caseload who can be handed over, a page at a time. */
export const clients: Procedure<Contract['coverage']['clients']> = async ({ therapist, after }, context) => {
  const rows = await context.record.seen(caseloadClients(context, therapist === 'none' ? null : therapist, after ?? null));
  const end = rows.at(-1);
  return {
    clients: rows.map((client) => ({
      clientId: client.client_id,
      name: shownName(client),
      group: client.group_name,
      chartNumber: client.chart_number,
    })),
    next: end?.more === true ? end.client_id : null,
  };
};
