import type { CareChoices } from '#contract/episodes-shown.ts';
import type { ExpectationRule } from '#domain/medications/expectation.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import { meetsWords } from '#domain/scheduling/meetings-words.ts';
import type { ChoicesOnRecord } from './episode-choices.rows.ts';

/** What the forms of a client's care choose from, in words. */
export const careChoices = (
  { programs, sites, groups, therapists }: ChoicesOnRecord,
  map: readonly ExpectationRule[],
  settings: ProgramSettings,
): CareChoices => ({
  programs,
  sites,
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
});
