import type { Migration } from 'kysely/migration';
import * as baseline from './0001-baseline.ts';
import * as requestsAndImports from './0003-requests-and-imports.ts';
import * as projections from './0004-projections.ts';
import * as importedFiles from './0005-imported-files.ts';
import * as chartMarks from './0006-chart-marks.ts';
import * as analytesAndMedications from './0007-analytes-and-medications.ts';
import * as closuresOfWeeks from './0010-closures-of-weeks.ts';
import * as reachAndEndingRequests from './0011-reach-and-ending-requests.ts';
import * as endingRequestsOfEpisodes from './0012-ending-requests-of-episodes.ts';
import * as importedEndings from './0013-imported-endings.ts';
import * as offersByImports from './0014-offers-by-imports.ts';
import * as names from './0015-names.ts';
import * as possibleDuplicates from './0016-possible-duplicates.ts';
import * as clientWeeks from './0017-client-weeks.ts';
import * as possibleDuplicatesUnlocked from './0018-possible-duplicates-unlocked.ts';
import * as organizationByStatement from './0019-organization-by-statement.ts';
import * as attachedAndCorrectedResults from './0020-attached-and-corrected-results.ts';

/** Every migration by its name, in order. A frozen one is never edited: its checksum is kept with it in every database. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-baseline': baseline,
  '0003-requests-and-imports': requestsAndImports,
  '0004-projections': projections,
  '0005-imported-files': importedFiles,
  '0006-chart-marks': chartMarks,
  '0007-analytes-and-medications': analytesAndMedications,
  '0010-closures-of-weeks': closuresOfWeeks,
  '0011-reach-and-ending-requests': reachAndEndingRequests,
  '0012-ending-requests-of-episodes': endingRequestsOfEpisodes,
  '0013-imported-endings': importedEndings,
  '0014-offers-by-imports': offersByImports,
  '0015-names': names,
  '0016-possible-duplicates': possibleDuplicates,
  '0017-client-weeks': clientWeeks,
  '0018-possible-duplicates-unlocked': possibleDuplicatesUnlocked,
  '0019-organization-by-statement': organizationByStatement,
  '0020-attached-and-corrected-results': attachedAndCorrectedResults,
};
