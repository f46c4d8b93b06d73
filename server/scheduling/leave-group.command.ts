import type { Contract } from '#contract/index.ts';
import { changeHomeGroup } from '#server/episodes/home-group.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { lockEnrollments } from './enrollments.guards.ts';
import { enrollmentsAfter } from './enrollments.rows.ts';
import { endEnrollments } from './enrollments.store.ts';

/** Ends a client's enrollment in a group. Lists show another group that they still belong to, or none. */
export const leaveGroup: Procedure<Contract['groups']['leave']> = async ({ clientId, groupId, lastOn }, context) => {
  const { db, record } = context;
  const ending = await lockEnrollments(context, { clientId, onDay: lastOn, groupId });
  const known = await db
    .selectFrom('group_enrollment')
    .select('id')
    .where('client_id', '=', clientId)
    .where('group_id', '=', groupId)
    .executeTakeFirst();
  if (known === undefined) throw refuseField('groupId', 'They aren’t in this group.');
  await endEnrollments(db, { clientId, onDay: lastOn, enrollments: ending });
  const [next] = await enrollmentsAfter(db, clientId, lastOn);
  await changeHomeGroup(db, clientId, { from: groupId, to: next?.group_id ?? null });
  await record.changed('groups', [clientId]);
  return {};
};
