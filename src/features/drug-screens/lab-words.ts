import type { Result } from '#domain/drug-screens/interpret.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const waitsFor: Readonly<Partial<Record<Result, string>>> = {
  pending: 'not read yet',
  'presumptive-positive': 'presumptive',
  inconclusive: 'inconclusive',
};

/** The sentences of the laboratory's queue and of entering a report. */
export const labWords = {
  title: 'Lab results',
  found: (shown: number, more: boolean): string => `${shown}${more ? ' or more' : ''} waiting`,
  below: 'Enter what the report says. The client’s therapist sees what it changes.',
  which: 'Which specimens',
  sent: 'Sent to the lab',
  presumptive: 'Every presumptive result',
  list: 'Specimens that wait for a laboratory',
  empty: {
    sent: 'Nothing waits for a laboratory.',
    presumptive: 'No result of the last 90 days waits to be confirmed.',
  },
  heads: { client: 'Client', born: 'Born', chart: 'Chart', collected: 'Collected', waiting: 'Waiting', panel: 'Panel', what: 'Waits for' },
  action: 'Result',
  enter: 'Enter result',
  enterFor: (name: string, on: string): string => `Enter result: ${name}, collected ${on}`,
  unknownBirth: 'not known',
  noPanel: 'not said',
  days: (count: number): string => (count === 0 ? 'today' : counted(count, 'day', 'days')),
  waits: (name: string, result: Result): string => `${name}, ${waitsFor[result] ?? ''}`,
  dialog: (name: string): string => `Laboratory result: ${name}`,
  who: (born: string, chart: string): string => `Born ${born} · chart ${chart}. Compare both with the report.`,
  collectedOn: 'Collected on, as the report says',
  keys: 'On an analyte: c confirmed, n not confirmed, i inconclusive. Ctrl Enter saves.',
  leaveOut: 'Leave out what isn’t on the report. A number is kept as it is and says nothing of how much was used.',
  value: (name: string): string => `${name}: quantity`,
  unit: (name: string): string => `${name}: unit`,
  cutoff: (name: string): string => `${name}: cut-off`,
  short: { value: 'Quantity', unit: 'Unit', cutoff: 'Cut-off' },
  another: 'Another analyte on the report',
  anotherHint: 'As it is written there: norfentanyl, 6-MAM.',
  add: 'Add',
  report: 'Laboratory and number of the report',
  optional: 'May be left out.',
  close: 'Close',
  save: 'Save the result',
  saving: 'Saving',
  missing: {
    date: 'Write the day of collection that is on the report.',
    answer: 'Say of one analyte or more what the laboratory found.',
  },
  saved: (name: string, confirmed: number, notConfirmed: number, inconclusive: number): string =>
    `${name}: saved. ${[
      confirmed > 0 && `${confirmed} confirmed`,
      notConfirmed > 0 && `${notConfirmed} not confirmed`,
      inconclusive > 0 && `${inconclusive} inconclusive`,
    ]
      .filter((part) => part !== false)
      .join(', ')}. What rested on the earlier reading follows it.`,
} as const;
