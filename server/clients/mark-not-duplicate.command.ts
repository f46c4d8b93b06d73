import type { Contract } from '#contract/index.ts';
import { mergeMessages } from '#domain/clients/merge-words.ts';
import { clientFor } from './clients.guards.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** Keeps that two charts are of two people, and who said so. */
export const markNotDuplicate: ProceduresOf<Contract['clients']>['markNotDuplicate'] = async (
  { clientId, otherId, why },
  { db, actor, record, now },
) => {
  await clientFor(db, actor, clientId);
  await clientFor(db, actor, otherId);
  if (clientId === otherId) throw refuseField('otherId', mergeMessages.same);
  const [one_id, other_id] = clientId < otherId ? [clientId, otherId] : [otherId, clientId];
  const kept = await db
    .insertInto('not_duplicate')
    .values({ organization_id: actor.organizationId, one_id, other_id, by: actor.staffId, at: now, why })
    .onConflict((on) => on.doNothing())
    .returning('one_id')
    .executeTakeFirst();
  if (kept === undefined) throw refuseField('otherId', mergeMessages.already);
  await record.changed('clients', [clientId, otherId]);
  return {};
};
