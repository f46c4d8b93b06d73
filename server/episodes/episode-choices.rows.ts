import { meetsWords } from '#domain/scheduling/meetings-words.ts';
import type { CareChoices } from '#contract/episodes-shown.ts';
import type { ExpectationRule } from '#domain/medications/expectation.ts';
import { rolesOfClinicians } from '#server/access/capabilities.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** What the forms of a client's care choose from. People who have left aren't offered. */
export async function choicesFor(
  { db, settings }: Pick<Context, 'db' | 'settings'>,
  map: readonly ExpectationRule[],
): Promise<CareChoices> {
  const groups = await db
    .selectFrom('care_group')
    .select(['id', 'name', 'meets', 'program_id', 'site_id', 'ended_on'])
    .orderBy('name')
    .execute();
  const therapists = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('role', 'in', rolesOfClinicians)
    .where('ended_on', 'is', null)
    .orderBy('name')
    .execute();
  return {
    programs: await db.selectFrom('program').select(['id', 'name', 'population']).orderBy('name').execute(),
    sites: await db.selectFrom('site').select(['id', 'name']).orderBy('name').execute(),
    groups: groups.map(({ program_id, site_id, ended_on, meets, ...group }) => ({
      meets: meetsWords(meets),
      ...group,
      programId: program_id,
      siteId: site_id,
      ends: ended_on !== null,
    })),
    therapists,
    levels: [...settings.levelsOfCare],
    admissionSources: [...settings.admissionSources],
    substances: [...settings.primarySubstances],
    leaveReasons: [...settings.leaveReasons],
    medications: [...new Set(map.map(({ medication }) => medication))].toSorted(),
  };
}
