import { adjustments } from './adjustments.ts';
import { attendance } from './attendance.ts';
import { authorizations } from './episodes-authorizations.ts';
import { caseload } from './caseload.ts';
import { changes } from './changes.ts';
import { clients } from './clients.ts';
import { closures } from './scheduling-closures.ts';
import { cohort } from './cohort.ts';
import { contacts } from './clients-contacts.ts';
import { coverage } from './coverage.ts';
import { drugScreens } from './drug-screens.ts';
import { episodes } from './episodes.ts';
import { imports } from './imports.ts';
import { links } from './identity-links.ts';
import { medications } from './medications.ts';
import { panels } from './drug-screens-panels.ts';
import { reviews } from './care-plan-reviews.ts';
import { safetyConcerns } from './safety.ts';
import { screenPlans } from './screen-plans.ts';
import { screenSlots } from './screen-plans-slots.ts';
import { groups } from './scheduling-groups.ts';
import { locations } from './programs.ts';
import { sessions } from './scheduling-sessions.ts';
import { signIn as authentication } from './identity.ts';

/** Everything that may be asked of the server, by noun. */
export const contract = {
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
  signIn: { ...authentication, ...links },
};

export type Contract = typeof contract;
