import { adjustments } from './adjustments.ts';
import { attendance } from './attendance.ts';
import { authorizations } from './authorisations.ts';
import { caseload } from './caseload.ts';
import { changes } from './changes.ts';
import { clients } from './clients.ts';
import { closures } from './closures.ts';
import { cohort } from './cohort.ts';
import { contacts } from './contacts.ts';
import { coverage } from './coverage.ts';
import { drugScreens } from './drug-screens.ts';
import { episodes } from './episodes.ts';
import { imports } from './imports.ts';
import { links } from './links.ts';
import { medications } from './medications.ts';
import { panels } from './panels.ts';
import { reviews } from './reviews.ts';
import { safetyConcerns } from './safety-concerns.ts';
import { screenPlans } from './screen-plans.ts';
import { screenSlots } from './screen-slots.ts';
import { groups } from './groups.ts';
import { locations } from './places.ts';
import { sessions } from './sessions.ts';
import { signIn as authentication } from './sign-in.ts';

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
