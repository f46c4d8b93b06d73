import type { Context } from '#server/http/endpoint-handler.ts';

type Stored = { readonly id: string; readonly version: number };

/** A site on the clock of the organization. */
export const insertSite = ({ db, actor, zone }: Pick<Context, 'db' | 'actor' | 'zone'>, name: string): Promise<Stored> =>
  db
    .insertInto('site')
    .values({ organization_id: actor.organizationId, name, time_zone: zone })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();

/** Another name of a site, as its next version. */
export const changeSite = ({ db }: Pick<Context, 'db'>, siteId: string, name: string): Promise<Stored> =>
  db
    .updateTable('site')
    .set((eb) => ({ name, version: eb('version', '+', 1) }))
    .where('id', '=', siteId)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
