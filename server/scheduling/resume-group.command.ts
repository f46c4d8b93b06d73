import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { groupToEdit } from './groups.guards.ts';
import { changeGroup } from './groups.store.ts';

/** Takes the end back. Its meetings stay ended: on which days and from when it meets again is for a person to say. */
export const resumeGroup: Procedure<Contract['groups']['goOn']> = async ({ groupId }, context) => {
  const { db, record } = context;
  const group = await groupToEdit(groupId, context);
  if (group.ended_on === null) throw new Refusal('stale');
  const changed = await changeGroup(db, groupId, { ended_on: null });
  await record.changed('groups', []);
  return changed;
};
