import { inNameOrder } from '#server/database/in-name-order.ts';
import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { rolesThatLead } from '#server/access/capabilities.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Programs and sites with how many groups each has, and those who may lead. */
export const listLocations: Procedure<Contract['locations']['list']> = async (_, { db, now, zone }) => {
  const today = dayAt(now, zone);
  const groupsIn = (column: 'program_id' | 'site_id') =>
    db
      .selectFrom('care_group')
      .select((eb) => [column, eb.fn.countAll<number>().as('groups')])
      .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', today)]))
      .groupBy(column)
      .execute();
  const [inProgram, inSite] = [await groupsIn('program_id'), await groupsIn('site_id')];
  const programs = await db.selectFrom('program').select(['id', 'name', 'population', 'version']).orderBy(inNameOrder('name')).execute();
  const sites = await db.selectFrom('site').select(['id', 'name', 'version']).orderBy(inNameOrder('name')).execute();
  const leaders = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('ended_on', 'is', null)
    .where('role', 'in', rolesThatLead)
    .orderBy(inNameOrder('name'))
    .execute();
  return {
    programs: programs.map((one) => ({ ...one, groups: inProgram.find(({ program_id }) => program_id === one.id)?.groups ?? 0 })),
    sites: sites.map((one) => ({ ...one, groups: inSite.find(({ site_id }) => site_id === one.id)?.groups ?? 0 })),
    leaders,
  };
};
