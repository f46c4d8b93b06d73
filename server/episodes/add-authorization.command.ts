import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { refuseTerms } from './authorizations.guards.ts';
import { insertAuthorization } from './authorizations.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Writes what a payer authorized. How much of it is used is nowhere stored. */
export const addAuthorization: Procedure<Contract['authorizations']['add']> = async ({ clientId, ...terms }, context) => {
  await lockClients(context, [clientId]);
  await refuseTerms(context, clientId, null, terms);
  const { id } = await insertAuthorization(context, clientId, terms);
  await context.record.changed('authorizations', [clientId]);
  return { id };
};
