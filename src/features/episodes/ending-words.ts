import type { Naloxone } from '#domain/adjustments/open.ts';

const naloxoneAnswers: Readonly<Record<Naloxone, string>> = {
  'has-it': 'Has it',
  'given-today': 'Given today',
  declined: 'Declined',
  'not-discussed': 'Not discussed',
};

/** The words with which an episode ends. */
export const endWords = {
  title: 'End the episode',
  save: 'End the episode',
  reason: 'Reason',
  chooseReason: 'Choose a reason.',
  closedOn: 'Last day in care',
  linkedTo: 'Linked to',
  linkedHint: 'The program or person that goes on with this client.',
  naloxone: 'Naloxone',
  naloxoneAnswers,
  naloxoneText:
    'Opioid or stimulant use is on record. After time in care tolerance is lower, and the supply may hold fentanyl: talk about both before the client goes.',
  cause: 'What happened',
  causes: { violence: 'Violence', threat: 'A threat', weapon: 'A weapon', dealing: 'Dealing on site' },
  narrative: 'What was seen and done, for the safety record',
  secondSigner: 'Second signer',
  note: 'Note',
  reopens: (days: number): string =>
    `A return within ${days} days of the last service reopens this episode. What was planned after the last day is given up.`,
} as const;
