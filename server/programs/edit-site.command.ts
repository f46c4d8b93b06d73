import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { lockLocation, refuseNameTaken } from './locations.guards.ts';

/** Another name of a site. */
export const editSite: Procedure<Contract['locations']['editSite']> = async ({ siteId, name }, { db, version, record }) => {
  await lockLocation(db, 'site', siteId, version);
  await refuseNameTaken(db, 'site', { id: siteId, name });
  const edited = await db
    .updateTable('site')
    .set((eb) => ({ name, version: eb('version', '+', 1) }))
    .where('id', '=', siteId)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await record.changed('locations', []);
  return edited;
};
