import type { Context, Procedures } from '../procedure.ts';
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
import { medications } from './medications.ts';
import { panels } from './panels.ts';
import { reviews } from './reviews.ts';
import { safetyConcerns } from './safety-concerns.ts';
import { screenPlans } from './screen-plans.ts';
import { screenSlots } from './screen-slots.ts';
import { groups } from './groups.ts';
import { locations } from './places.ts';
import { sessions } from './sessions.ts';

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
