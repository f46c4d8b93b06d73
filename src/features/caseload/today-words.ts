import type { Day } from '#domain/calendar/calendar.ts';
import { dayWords } from '#domain/calendar/words.ts';
import type { NeedKind } from '#domain/caseload/order.ts';
import { countNumber } from '#domain/statistics/count-words.ts';

export const todayWords = {
  columns: {
    client: 'Client',
    why: 'Why, and by when',
    hours: 'Hours, 12 weeks',
    screens: 'Last 8 screens',
    phase: 'Phase',
    goals: 'Goals',
  },
  mine: 'My clients',
  team: 'The whole team',
  filter: 'Filter',
  filterLabel: 'Filter by name or group',
  whose: 'Whose clients',
  whyOrder: 'Why this order?',
  coverage: 'Coverage',
  list: 'Clients who need something, in order',
  handedOver: 'Handed over to you, with a note to read:',
  readAgain: 'Medication list changed, screens to read again:',
  readNote: 'I have read it',
  goodNews: 'Good news',
  nothing: 'Nothing needed',
  includesNews: (people: number) => (people === 0 ? '' : `includes the ${people === 1 ? '1 person' : `${people} people`} in good news`),
  snoozed: 'Snoozed',
  people: (total: number) => (total === 1 ? '1 person' : `${countNumber(total)} people`),
  firstOf: (shown: number, total: number) => `The first ${shown} of ${countNumber(total)}. Filter by name to see another.`,
  next: (people: number) => `Show the next ${people}`,
  again: 'Try again',
  shown: (shown: number, total: number) => `${countNumber(shown)} of ${countNumber(total)} shown`,
  workedOut: (clients: number) =>
    `What ${clients === 1 ? '1 client needs' : `${clients > 100 ? 'more than 100' : countNumber(clients)} clients need`} is being worked out. This list is not whole yet.`,
  more: (n: number) => `+${n} more`,
  moreFor: (n: number, name: string) => `${n} more reasons for ${name}`,
  live: 'live',
  asOf: (time: string) => `As of ${time}`,
  closed: (on: Day) => `Closed ${dayWords(on)}`,
  stale: (time: string) => `Showing data from ${time}. Live updates stopped.`,
  cantSnooze: 'Can’t be snoozed',
  check: 'Record the check',
  snooze: 'Snooze',
  adjust: 'Adjust plan',
  /** What a button is called to whoever doesn't see which row it is in. */
  actionSuffix: (name: string) => `: ${name}`,
  open: (name: string) => `Open ${name}`,
  nobody: 'No clients yet. They appear here once an episode of care is open.',
  nobodyMatches: (text: string) => `Nobody here matches “${text}”.`,
  clearFilter: 'Clear the filter',
  allClear: (clients: number, time: string) =>
    `Nothing is waiting on you. ${clients} ${clients === 1 ? 'client' : 'clients'} checked at ${time}.`,
  noCriteria: 'no phase yet',
  phase: (number: number, week: number) => `Phase ${number}, week ${week}`,
  criteria: (met: number, of: number) => `${met} of ${of} criteria`,
  orderTitle: 'Why this order?',
  orderText: 'Rules, not scores. The first that applies to a client is the headline; then the clock decides, then the name.',
};

/** What the main button of a row says. */
export const actionWords: Readonly<Record<NeedKind, string>> = {
  safety: 'Record who was told',
  'lost-contact': 'Log an attempt',
  authorization: 'Open the client',
  correction: 'Tell the client',
  talk: 'Note talk',
  attached: 'Record that it was spoken of',
  sign: 'Finish the plan change',
  'follow-up': 'Record outcome',
  hours: 'Open the client',
  instrument: 'Review the change',
  uncollected: 'Open the client',
  review: 'Record the review',
};

/** The reasons, as the page explains its order. */
export const tierWords: Readonly<Record<NeedKind, string>> = {
  safety: 'A safety clock is open. Never paused, never snoozed.',
  'lost-contact': 'The last two sessions were missed, or 7 days without contact.',
  authorization: 'An authorization or its review is due within one business day.',
  correction: 'A result was corrected after somebody had talked or signed for it. Whoever did is told, and tells the client.',
  talk: 'An unexpected result waits for a conversation, by the close of the next open day.',
  attached: 'A result came after its plan change was signed: speak of it at the next attended day, at most 7 days on.',
  sign: 'The plan change waits for a signature, by the close of the third open day.',
  'follow-up': 'The follow-up of a plan change is due.',
  hours: 'Under 75% of prescribed hours, two full weeks running.',
  instrument: 'An instrument is reliably worse.',
  uncollected: 'Two scheduled screens in a row were not collected.',
  review: 'A goal, phase, plan or continuing-care review is due within 7 days.',
};
