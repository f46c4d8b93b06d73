import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { authorizationFor, refuseTerms } from './authorizations.guards.ts';
import { changeAuthorization } from './authorizations.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Corrects what a payer authorized. */
export const editAuthorization: Procedure<Contract['authorizations']['edit']> = async (
  { clientId, authorizationId, ...terms },
  context,
) => {
  await lockClients(context, [clientId]);
  await authorizationFor(context, clientId, authorizationId);
  await refuseTerms(context, clientId, authorizationId, terms);
  await changeAuthorization(context, authorizationId, terms);
  await context.record.changed('authorizations', [clientId]);
  return {};
};
