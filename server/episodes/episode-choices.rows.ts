import { inNameOrder } from '#server/database/in-name-order.ts';
import { rolesOfClinicians } from '#server/access/capabilities.ts';
import type { Database } from '#server/database/pool.ts';

/** What the organization has that the forms of a client's care choose from. People who have left aren't offered. */
export async function choicesOnRecord(db: Database) {
  const groups = await db
    .selectFrom('care_group')
    .select(['id', 'name', 'meets', 'program_id', 'site_id', 'ended_on'])
    .orderBy(inNameOrder('name'))
    .execute();
  const therapists = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('role', 'in', rolesOfClinicians)
    .where('ended_on', 'is', null)
    .orderBy(inNameOrder('name'))
    .execute();
  const programs = await db.selectFrom('program').select(['id', 'name', 'population']).orderBy(inNameOrder('name')).execute();
  const sites = await db.selectFrom('site').select(['id', 'name']).orderBy(inNameOrder('name')).execute();
  return { programs, sites, groups, therapists };
}

export type ChoicesOnRecord = Awaited<ReturnType<typeof choicesOnRecord>>;
