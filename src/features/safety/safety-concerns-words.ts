import type { SafetySource } from '#domain/safety/safety-clock.ts';

type Raiser = Extract<SafetySource, 'staff' | 'family' | 'client'>;

/** The sentences of raising a safety concern and of closing one. Nothing here says how safe anybody is. */
export const safetyWords = {
  close: 'Close',
  waiting: 'the open concerns',
  check: {
    title: (name: string) => `Record the check with ${name}`,
    intro: 'A concern is closed by what was done, and signed with your name. No later score, result or visit closes it.',
    which: 'Which concerns does this answer?',
    notified: (who: string, when: string) => `Notified: ${who}, ${when}.`,
    notNotified: 'Nobody was told yet, as far as the record says.',
    summary: 'What was done, and by whom',
    summaryHint: 'For example who was seen or spoken to, what was agreed for tonight, and who follows up.',
    at: 'When',
    sign: 'Sign what was done',
    signing: 'Signing',
    signed: (name: string) => `What was done for ${name} is signed.`,
    none: 'No concern is open. What was done is on record.',
    chooseOne: 'Choose the concern that this answers.',
    past: (count: number) => `Closed concerns (${count})`,
    pastLine: (on: string, by: string | null) => (by === null ? on : `${on}, signed by ${by}`),
    noStatement: 'Closed when somebody was told, before statements were kept.',
  },
  raise: {
    open: 'Raise a safety concern',
    title: (called: string) => `Raise a safety concern about ${called}`,
    intro: 'The safety clock starts now: before they leave, otherwise today, by the clinician on call.',
    kind: 'What is it?',
    kinds: {
      concern: 'a worry about harm',
      intoxication: 'seems intoxicated',
      withdrawal: 'signs of withdrawal',
      overdose: 'an overdose',
      'opioid-medication-stopped': 'opioid medication stopped',
      return: 'back from jail, detox or leave',
    },
    source: 'Who raised it?',
    sources: { staff: 'staff', family: 'family or somebody close', client: 'the client' } satisfies Readonly<Record<Raiser, string>>,
    summary: 'What was seen or said',
    notified: 'Who did you tell, and what will they do?',
    when: 'When',
    record: 'Start the clock',
    recording: 'Saving',
    recorded: (called: string) => `The safety clock for ${called} is running.`,
    missing: 'Fill this in before saving.',
  },
};
