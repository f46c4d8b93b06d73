import type { AdjustmentState, ClientView, ContactMethod, Naloxone, Outcome, SafetyToday, Trigger } from './open.ts';
import type { NaloxoneReason } from '#domain/safety/overdose-prompt.ts';

export const stateNames: Readonly<Record<AdjustmentState, string>> = {
  due: 'talk due',
  talked: 'talked, change not signed',
  signed: 'in place',
  'follow-up-due': 'follow-up due',
  closed: 'closed',
  explained: 'explained',
  amended: 'amended',
};

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  improved: 'improved',
  same: 'same',
  'needs-more': 'needs more',
  unclear: 'unclear',
};

export const triggerNames: Readonly<Record<Trigger, string>> = {
  screen: 'screen',
  'own-report': "client's own report",
  collateral: 'family or collateral',
  'missed-care': 'missed care',
  instrument: 'instrument',
  team: 'team',
};

export const naloxoneNames: Readonly<Record<Naloxone, string>> = {
  'has-it': 'has it',
  'given-today': 'given today',
  declined: 'declined',
  'not-discussed': 'not discussed',
};

export const viewNames: Readonly<Record<ClientView, string>> = {
  agrees: 'agrees',
  'agrees-in-part': 'agrees in part',
  'not-yet': 'not yet',
};

export const safetyNames: Readonly<Record<SafetyToday, string>> = {
  'checked-no-concern': 'checked, on-call not needed',
  'on-call-notified': 'on-call told',
  'not-asked': 'not asked yet',
};

export const methodNames: Readonly<Record<ContactMethod, string>> = {
  'in-person': 'in person',
  phone: 'phone',
  video: 'video',
  text: 'text',
  voicemail: 'voicemail',
  letter: 'letter',
  'home-visit': 'home visit',
};

/** Why naloxone is asked about, under its choices. */
export const naloxoneWords: Readonly<Record<NaloxoneReason, string>> = {
  'opioid-detected': 'Asked because an opioid was detected.',
  'unknown-drug-detected': 'Asked because a drug was detected that nobody has named yet; it may be an opioid.',
  'tolerance-lost': 'Asked because tolerance is lower after a gap in use.',
  'stimulant-detected': 'Asked because stimulants may contain fentanyl.',
  'opioid-medication-missing': 'Asked because the prescribed opioid medication was not detected.',
  'naltrexone-stopped': 'Asked because naltrexone has stopped.',
  'opioid-medication-stopped': 'Asked because an opioid medication was stopped.',
  leaving: 'Asked because care here is ending.',
};

/** The sentence that opens every adjustment. */
export const promise = (name: string): string =>
  `This result is a prompt to talk and adjust the plan. It doesn't change ${name}'s place in the program.`;
