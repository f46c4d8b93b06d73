import type { Kysely } from 'kysely';
import { createAdjustments } from './baseline/adjustments.ts';
import { createAttendance } from './baseline/attendance.ts';
import { createAudit } from './baseline/audit.ts';
import { createAuthorizations } from './baseline/authorizations.ts';
import { createCarePlan } from './baseline/care-plan.ts';
import { createCaseload } from './baseline/caseload.ts';
import { createClientMerges } from './baseline/client-merges.ts';
import { createClients } from './baseline/clients.ts';
import { createCoverage } from './baseline/coverage.ts';
import { createDrugScreens } from './baseline/drug-screens.ts';
import { createEpisodes } from './baseline/episodes.ts';
import { createGuards } from './baseline/guards.ts';
import { createIdentity } from './baseline/identity.ts';
import { createImports } from './baseline/imports.ts';
import { createMedications } from './baseline/medications.ts';
import { createOrganizations } from './baseline/organizations.ts';
import { createRequests } from './baseline/requests.ts';
import { createAsOwner, createRoles } from './baseline/roles.ts';
import { createSafety } from './baseline/safety.ts';
import { createScheduling } from './baseline/scheduling.ts';
import { createScreenPlans } from './baseline/screen-plans.ts';

/** The whole schema, in the order in which its tables name each other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRoles(db);
  await createAsOwner(db);
  await createGuards(db);
  await createOrganizations(db);
  await createIdentity(db);
  await createAudit(db);
  await createRequests(db);
  await createClients(db);
  await createScheduling(db);
  await createAttendance(db);
  await createEpisodes(db);
  await createScreenPlans(db);
  await createDrugScreens(db);
  await createMedications(db);
  await createAdjustments(db);
  await createSafety(db);
  await createCarePlan(db);
  await createCaseload(db);
  await createCoverage(db);
  await createAuthorizations(db);
  await createImports(db);
  await createClientMerges(db);
}
