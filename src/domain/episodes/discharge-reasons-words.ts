import { dischargeReasons, type DischargeReason, type DischargeRefusal } from './discharge-reasons.ts';

export const dischargeNames: Readonly<Record<DischargeReason, string>> = {
  completed: 'Completed planned care',
  'stepped-down': 'Stepped down',
  'stepped-up': 'Stepped up',
  transferred: 'Transferred elsewhere',
  'moved-away': 'Moved away',
  'chose-to-leave': 'Chose to leave',
  'lost-contact': 'Lost contact after outreach',
  'coverage-ended': 'Coverage ended',
  hospitalized: 'In hospital',
  incarcerated: 'In jail or prison',
  died: 'Died',
  'level-declined': 'Recommended level declined or unavailable',
  'ended-by-program': 'Ended by the program for safety',
};

export const dischargeRefusalWords: Readonly<Record<DischargeRefusal, string>> = {
  'answer-due': 'An unexpected result is still waiting for our answer. Every other reason stays open.',
  'answered-just-now': 'A plan change was signed in the last 72 hours. Give it time to work. Every other reason stays open.',
  'safety-record-needed': 'Write the safety record first.',
  'second-signer-needed': 'A second signer is needed.',
  'linkage-needed': 'Record where the client was linked to.',
};

/** What people call a reason for closing. One that isn't known here is said as it was written. */
export const dischargeLabel = (because: string | null): string | null => {
  const known = dischargeReasons.find((reason) => reason === because);
  return known === undefined ? because : dischargeNames[known];
};
