import { fullName } from '#server/clients/client-names.ts';
import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { missingFrom } from './census.rows.ts';
import { importFor } from './imports.guards.ts';

/** People in care whom a census doesn't name, a page at a time. */
export const missing: Procedure<Contract['imports']['missing']> = async ({ importId, after }, { db, actor, record }) => {
  const batch = await importFor(db, actor, importId);
  const rows = await record.seen(missingFrom(db, actor, batch, after ?? null));
  const end = rows.at(-1);
  return {
    total: rows[0]?.total ?? 0,
    next: end !== undefined && end.number < end.total ? end.client_id : null,
    clients: rows.map(({ client_id, chart_number, therapist, ...names }) => ({
      clientId: client_id,
      name: fullName(names),
      chartNumber: chart_number,
      therapist,
    })),
  };
};
