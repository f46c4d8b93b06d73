import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseNameTaken, refuseUnknownLocation } from '#server/programs/locations.guards.ts';
import { insertGroup } from './groups.store.ts';

/** A group without meetings yet. */
export const addGroup: Procedure<Contract['groups']['add']> = async ({ name, programId, siteId, capacity }, context) => {
  const { db, record } = context;
  await refuseUnknownLocation(db, { programId, siteId });
  await refuseNameTaken(db, 'care_group', { id: null, name });
  const made = await insertGroup(context, { name, programId, siteId, capacity });
  await record.changed('groups', []);
  return made;
};
