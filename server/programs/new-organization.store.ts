import type { Zone } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { insertDefaultPanels } from '#server/drug-screens/panels.store.ts';

type NewOrganization = {
  readonly organization: string;
  readonly program: string;
  readonly site: string;
  readonly timeZone: Zone;
};

/**
 * A clinic with its first program and site, and the panels that it needs to read cups before anybody has set anything. What medications should show
 * every program starts with.
 */
export async function insertOrganization(
  db: Database,
  { organization, program, site, timeZone }: NewOrganization,
): Promise<{ organizationId: string; programId: string }> {
  const { id: organization_id } = await db
    .insertInto('organization')
    .values({ name: organization, time_zone: timeZone, settings: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: programId } = await db
    .insertInto('program')
    .values({ organization_id, name: program })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('site').values({ organization_id, name: site, time_zone: timeZone }).execute();
  await insertDefaultPanels(db, organization_id);
  return { organizationId: organization_id, programId };
}
