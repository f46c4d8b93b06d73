import type { Contract } from '#contract/index.ts';
import { mergeMessages } from '#domain/clients/merge-words.ts';
import { clientFor } from './clients.guards.ts';
import { insertNotDuplicate } from './duplicates.store.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** Keeps that two charts are of two people, and who said so. */
export const markNotDuplicate: ProceduresOf<Contract['clients']>['markNotDuplicate'] = async ({ clientId, otherId, why }, context) => {
  const { db, actor, record } = context;
  await clientFor(db, actor, clientId);
  await clientFor(db, actor, otherId);
  if (clientId === otherId) throw refuseField('otherId', mergeMessages.same);
  if (!(await insertNotDuplicate(context, [clientId, otherId], why))) throw refuseField('otherId', mergeMessages.already);
  await record.changed('clients', [clientId, otherId]);
  return {};
};
