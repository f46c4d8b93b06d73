import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseNameTaken } from './locations.guards.ts';

/** A new site, on the clock of the organization. */
export const addSite: Procedure<Contract['locations']['addSite']> = async ({ name }, { db, actor, zone, record }) => {
  await refuseNameTaken(db, 'site', { id: null, name });
  const made = await db
    .insertInto('site')
    .values({ organization_id: actor.organizationId, name, time_zone: zone })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await record.changed('locations', []);
  return made;
};
