import { adjustments } from './adjustments.ts';
import { attendance } from './attendance.ts';
import { caseload } from './caseload.ts';
import { changes } from './changes.ts';
import { clients } from './clients.ts';
import { cohort } from './cohort.ts';
import { contacts } from './contacts.ts';
import { drugScreens } from './drug-screens.ts';
import { episodes } from './episodes.ts';
import { panels } from './panels.ts';
import { reviews } from './reviews.ts';
import { safetyConcerns } from './safety-concerns.ts';
import { screenPlans } from './screen-plans.ts';
import { screenSlots } from './screen-slots.ts';
import { imports } from './imports.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Everything that may be asked of the server, by noun. */
export const contract = {
  adjustments,
  attendance,
  caseload,
  changes,
  clients,
  cohort,
  contacts,
  drugScreens,
  episodes,
  imports,
  panels,
  reviews,
  safetyConcerns,
  screenPlans,
  screenSlots,
  sessions,
  signIn,
};

export type Contract = typeof contract;
