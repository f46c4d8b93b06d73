import { countDiffers } from '#domain/drug-screens/cups-words.ts';

const results = (count: number): string => (count === 1 ? '1 result is' : `${count} results are`);

/** The sentences of signing, of losing the network, and of leaving with rows that nobody else has. */
export const signingWords = {
  tally: {
    lines: 'all lines',
    missing: 'a line missing',
    declined: 'declined',
    notValid: 'not valid',
    notCollected: 'not collected',
    unable: 'unable',
    excused: 'excused',
    cancelled: 'cancelled by us',
    toLab: 'to lab',
    typing: 'being typed',
    blank: 'not recorded',
  },
  review: 'Review',
  ask: 'How many cups did you read?',
  when: 'Type it when every cup is read',
  enteredSoFar: (cups: number) =>
    `${cups === 1 ? '1 cup' : `${cups} cups`} entered so far. The number you type must equal the cups entered; blank rows stay not recorded.`,
  sign: 'Review and sign',
  signing: 'Saving',
  countMissing: 'Type how many cups you read, those for the lab among them.',
  countDiffers,
  stillTyping: (number: number) => `Row ${number} is being typed. Press Enter there to record it, or Escape to leave it not recorded.`,
  nothingEntered: 'No row is recorded yet.',
  allSigned: 'What was entered is signed already. Nothing new is to be signed.',
  reviewTitle: (count: number) => (count === 1 ? 'Sign this result?' : `Sign these ${count} results?`),
  reviewed: 'What you sign',
  columns: { number: '#', client: 'Client', born: 'Born', shows: 'What the cup shows', temperature: 'Temp' },
  ofLot: (lot: string) => `Cups of lot ${lot}.`,
  stayBlank: (count: number) =>
    count === 0 ? 'No row is left out.' : `${count === 1 ? '1 row stays' : `${count} rows stay`} not recorded.`,
  back: 'Back to the log',
  signRows: (count: number) => (count === 1 ? 'Sign 1 result' : `Sign ${count} results`),
  noLot: 'Choose the lot that is printed on the cups.',
  problems: 'Nothing was saved. Put this right first.',
  row: (number: number, name: string, message: string) => `Row ${number}, ${name}: ${message}`,
  offline: (count: number) => `You’re offline. ${results(count)} kept on this screen until you reconnect. Don’t close it.`,
  waiting: (count: number) => `${results(count)} not sent yet, and kept on this screen. Don’t close it.`,
  sendAgain: 'Send again',
  leaving: 'Leave without signing?',
  leavingWhy: (count: number) =>
    `${results(count)} not signed. They stay on this screen while you are signed in, and nobody else sees them until you sign.`,
  leave: 'Leave',
  stay: 'Stay here',
};
