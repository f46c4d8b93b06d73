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
  ask: 'Ask for the second signature',
  asks: 'Nothing happens until the second signer has signed, in their own session. Until then you can withdraw it.',
  waiting: {
    title: 'An ending waits for a second signature',
    list: 'Signatures that are waited for',
    toSign: (by: string): string => `${by} asks you to sign the ending of this episode.`,
    waits: (signer: string): string => `The ending of this episode waits for the signature of ${signer}.`,
    since: (when: string): string => `Asked ${when}.`,
    nothingYet: 'Nothing has happened yet: the client is in care as before.',
    narrative: 'What was seen and done',
    sign: 'Sign the ending',
    signing: 'Signing',
    decline: 'Don’t sign',
    withdraw: 'Withdraw',
    signed: (name: string): string => `Signed. The episode of ${name} is ended.`,
    takenBack: 'Taken back. The episode goes on.',
    unknown: 'Whether a signature of yours is waited for can’t be said just now.',
  },
  reopens: (days: number): string =>
    `A return within ${days} days of the last service reopens this episode. What was planned after the last day is given up.`,
} as const;
