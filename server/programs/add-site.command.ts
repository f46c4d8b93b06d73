import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseNameTaken } from './locations.guards.ts';
import { insertSite } from './sites.store.ts';

/** A new site, on the clock of the organization. */
export const addSite: Procedure<Contract['locations']['addSite']> = async ({ name }, context) => {
  const { db, record } = context;
  await refuseNameTaken(db, 'site', { id: null, name });
  const made = await insertSite(context, name);
  await record.changed('locations', []);
  return made;
};
