import type { Context, Procedures } from '#server/http/endpoint-handler.ts';
import { adjustments } from '#server/adjustments/adjustments.endpoints.ts';
import { attendance } from '#server/attendance/attendance.endpoints.ts';
import { authorizations } from '#server/episodes/authorizations.endpoints.ts';
import { caseload } from '#server/caseload/caseload.endpoints.ts';
import { changes } from '#server/jobs/changes.endpoints.ts';
import { clients } from '#server/clients/clients.endpoints.ts';
import { closures } from '#server/scheduling/closures.endpoints.ts';
import { cohort } from '#server/cohort/cohort.endpoints.ts';
import { contacts } from '#server/clients/contacts.endpoints.ts';
import { coverage } from '#server/coverage/coverage.endpoints.ts';
import { drugScreens } from '#server/drug-screens/drug-screens.endpoints.ts';
import { episodes } from '#server/episodes/episodes.endpoints.ts';
import { imports } from '#server/imports/imports.endpoints.ts';
import { medications } from '#server/medications/medications.endpoints.ts';
import { panels } from '#server/drug-screens/panels.endpoints.ts';
import { reviews } from '#server/care-plan/reviews.endpoints.ts';
import { safetyConcerns } from '#server/safety/safety-concerns.endpoints.ts';
import { screenPlans } from '#server/screen-plans/screen-plans.endpoints.ts';
import { screenSlots } from '#server/screen-plans/screen-slots.endpoints.ts';
import { groups } from '#server/scheduling/groups.endpoints.ts';
import { locations } from '#server/programs/locations.endpoints.ts';
import { sessions } from '#server/scheduling/sessions.endpoints.ts';

/** Every procedure, by the noun and name of its contract entry. */
export const procedures: Procedures = {
  adjustments,
  attendance,
  authorizations,
  caseload,
  changes,
  clients,
  closures,
  cohort,
  contacts,
  coverage,
  drugScreens,
  episodes,
  groups,
  imports,
  medications,
  panels,
  locations,
  reviews,
  safetyConcerns,
  screenPlans,
  screenSlots,
  sessions,
};

type Answering = (input: unknown, context: Context) => Promise<unknown>;

/** The procedure of an endpoint. The contract's types pair it with the input that it is given. */
export function procedureFor(noun: string, name: string): Answering {
  const found = Object.entries(procedures).find(([key]) => key === noun)?.[1];
  const procedure = found === undefined ? undefined : Object.entries(found).find(([key]) => key === name)?.[1];
  if (procedure === undefined) throw new Error(`${noun}.${name} has no procedure`);
  return procedure as Answering;
}
