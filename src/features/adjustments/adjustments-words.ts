/** The sentences of the page of one adjustment. */
export const adjustmentsWords = {
  title: (called: string) => `Adjust ${called}’s plan`,
  titleOf: (called: string, number: number) => `${called}’s plan, adjustment A${number}`,
  promiseByHand: (called: string) => `This is a prompt to talk and adjust the plan. It doesn’t change ${called}’s place in the program.`,
  pageTitle: 'Adjust a plan · Cairn',
  born: (on: string) => `born ${on}`,
  chart: (number: string) => `chart ${number}`,
  code: (number: number) => `A${number}`,
  unsigned: 'not signed yet',
  /** Of what was typed about an adjustment that is signed: by somebody else meanwhile, or for its outcome. */
  unsaved: 'not saved yet',
  close: 'Close',
  loading: 'the adjustment',

  steps: {
    check: 'Check the result',
    start: 'What this starts from',
    talk: 'Talk',
    change: 'Change the plan',
    again: 'Look again',
    sign: 'Agree and sign',
    followed: 'What followed',
  },

  check: {
    presumptive: 'Presumptive, go ahead',
    confirmed: 'Confirmed, go ahead',
    missing: 'Not detected, go ahead',
    specimen: 'Go ahead',
    lab: 'Send to lab first',
    explained: 'Explained, with a reason',
    open: 'not checked yet',
    byHand: (from: string) => `Started from ${from}. There is no result to check.`,
    because: 'What explains it',
    words: 'How do you know? In a sentence or two.',
    record: 'Record the explanation',
    recording: 'Recording',
    done: 'The explanation is recorded. Nothing more is due for this result.',
    keepSpecimen: 'Keep the specimen for the lab. It is not counted as detected.',
  },

  talk: {
    when: 'When',
    time: 'Day and time',
    now: 'now',
    other: 'another time',
    how: 'How',
    safety: 'Safety today',
    ownWords: (called: string) => `What did ${called} tell you? Record it in their words.`,
    exports: 'May appear in exports',
    naloxone: 'Naloxone',
    notified: 'Who did you tell, and when?',
    notifiedWho: 'Who on call was told',
    choose: 'choose',
    note: 'Note talk',
    noting: 'Noting',
    noted: 'Talk noted. Sign the plan change when it is agreed.',
    notReached: 'Not reached? Log an attempt',
    tried: (tries: string) => `Tried: ${tries}.`,
    reachingOut: 'Reaching out. It still counts as unanswered.',
    noWords: 'No words were recorded.',
  },

  attempt: {
    title: (name: string) => `Log an attempt to reach ${name}`,
    how: 'How did you try?',
    reached: 'Did you speak with each other?',
    yes: 'yes, both ways',
    no: 'no',
    note: 'Note, for the next person who tries',
    save: 'Log the attempt',
    saving: 'Logging',
    logged: (name: string, attempts: number) =>
      attempts === 0 ? `Contact with ${name} logged.` : `Attempt ${attempts} to reach ${name} logged.`,
  },

  start: {
    title: 'Start an adjustment',
    from: 'What does it start from?',
    about: 'What happened, in a line',
    start: 'Start',
    starting: 'Starting',
  },

  change: {
    none: 'Nothing is ticked for you.',
    chosen: (count: number) => `${count} chosen. Nothing is ticked for you.`,
    what: 'What exactly',
    whatAndWhy: 'What exactly, and why',
    from: 'From',
    who: 'Who',
    noChange: 'No change needed, with a reason',
    reason: 'Why is no change needed?',
  },

  again: {
    on: 'Follow-up date',
    by: 'By',
    better: 'What would better look like?',
    optional: 'Without a change, looking again is up to you.',
  },

  sign: {
    view: 'Client’s view',
    left: (count: number) =>
      count === 0
        ? 'Ready to sign. You sign what is listed under “What you will sign”.'
        : `${count} ${count === 1 ? 'answer is' : 'answers are'} still open.`,
    sign: 'Sign plan change',
    signNone: 'Sign “no change needed”',
    signing: 'Signing',
    signed: (on: string | null) =>
      on === null ? 'Signed: no change needed. Nothing more is due.' : `Plan change signed. You’ll see the follow-up on Today on ${on}.`,
  },

  facts: {
    noChange: (why: string) => `No change needed: ${why}`,
    from: (on: string) => `from ${on}`,
    better: (what: string) => `Better looks like: ${what}`,
    by: (name: string) => `Signed by ${name}`,
  },

  outcome: {
    what: 'What followed',
    note: 'In one sentence',
    needsMore: 'Needs more opens the next adjustment.',
    record: 'Record outcome',
    recording: 'Recording',
    recorded: 'Outcome recorded.',
    next: (number: number) => `Open A${number}`,
    asOf: (time: string) => `As of ${time}`,
    early: 'Record the outcome before the follow-up',
    due: (on: string) => `Follow-up was planned for ${on}.`,
  },

  errors: {
    title: 'Some answers are missing or need another look',
    offline: 'You’re offline. What you wrote is kept on this page. Don’t close it; try again when you’re back.',
  },

  changed: {
    title: 'Changed while you had it open.',
    kept: 'What you typed is still here.',
    goOn: 'Go on with the newest',
    drop: 'Drop what I typed',
    notStored: 'These words of yours are not stored:',
  },

  leave: {
    title: 'Leave before signing?',
    text: 'What you typed is kept in memory until you sign out or close this tab. It isn’t stored.',
    stay: 'Stay',
    leave: 'Leave',
  },
};
