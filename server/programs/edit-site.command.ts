import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { lockLocation, refuseNameTaken } from './locations.guards.ts';
import { changeSite } from './sites.store.ts';

/** Another name of a site. */
export const editSite: Procedure<Contract['locations']['editSite']> = async ({ siteId, name }, context) => {
  const { db, version, record } = context;
  await lockLocation(db, 'site', siteId, version);
  await refuseNameTaken(db, 'site', { id: siteId, name });
  const edited = await changeSite(context, siteId, name);
  await record.changed('locations', []);
  return edited;
};
