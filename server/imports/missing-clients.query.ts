import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { missingFrom } from './census.rows.ts';
import { importFor } from './imports.guards.ts';

/** People in care whom a census doesn't name. */
export const missing: Procedure<Contract['imports']['missing']> = async ({ importId }, { db, actor, record }) => {
  const batch = await importFor(db, actor, importId);
  const rows = await record.seen(missingFrom(db, batch));
  return {
    clients: rows.map(({ client_id, first_name, last_name, preferred_name, chart_number, therapist }) => ({
      clientId: client_id,
      name: `${preferred_name ?? first_name} ${last_name}`,
      chartNumber: chart_number,
      therapist,
    })),
  };
};
