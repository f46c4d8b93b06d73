/** The words around people who are written into a log, and around what is seen in somebody. */
export const walkInWords = {
  open: 'walk-in',
  title: 'Write in a walk-in',
  close: 'Close',
  search: 'Part of a name, or chart number',
  find: 'Find',
  forCause: 'Asked for on its own, outside the testing schedule',
  nobody: 'Nobody in care in your programs is found by that. Check the spelling, or the chart number.',
  listed: (number: number) => `row ${number}`,
  add: 'Write in',
  addSecond: 'Second specimen',
};

export const concernWords = {
  open: 'Someone isn’t well',
  title: 'Someone isn’t well',
  close: 'Close',
  intro: 'Tell the on-call clinician first, before the client leaves. Then write down whom you told.',
  who: 'Who is it about?',
  choose: 'Choose a client',
  seen: 'What do you see?',
  intoxication: 'Seems intoxicated',
  withdrawal: 'Seems to be in withdrawal',
  notified: 'Who did you tell?',
  when: 'When?',
  record: 'Record',
  recording: 'Saving',
  missing: {
    clientId: 'Choose whom it is about.',
    trigger: 'Say what you see.',
    'notified.who': 'Say who you told.',
    'notified.at': 'Say when you told them.',
  },
  recorded: (name: string) => `${name}: recorded. It is on the therapist’s Today now.`,
};
