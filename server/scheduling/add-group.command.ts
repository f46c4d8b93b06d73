import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseNameTaken, refuseUnknownLocation } from '#server/programs/locations.guards.ts';

/** A group without meetings yet. */
export const addGroup: Procedure<Contract['groups']['add']> = async ({ name, programId, siteId, capacity }, { db, actor, record }) => {
  await refuseUnknownLocation(db, { programId, siteId });
  await refuseNameTaken(db, 'care_group', { id: null, name });
  const made = await db
    .insertInto('care_group')
    .values({ organization_id: actor.organizationId, program_id: programId, site_id: siteId, name, weekdays: [], capacity })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await record.changed('groups', []);
  return made;
};
