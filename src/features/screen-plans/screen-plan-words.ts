import type { ScreenPlanShown } from '#contract/screen-plans.ts';
import { clockWords, dayMonth, dayWithYear, dayWords, momentWords } from '#domain/calendar/words.ts';
import { timeAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { outcomeNames } from '#domain/drug-screens/words.ts';
import type { RequestedReason } from '#domain/screen-plans/screen-slots.ts';

type Requested = ScreenPlanShown['requested'][number];

const rounded = (count: number): string => String(Math.round(count * 10) / 10);

/** What stands in the section on a client's screens. */
export const screenPlanWords = {
  title: 'Screens',
  drawn: 'Drawn at random. Nobody is told on which days before collection opens.',
  edit: 'Change the plan',
  ask: 'Ask for a screen',
  close: 'Close',
  rate: 'How often',
  panel: 'Panel',
  since: 'Since',
  comes: 'On their days',
  lately: 'Lately',
  anyPanel: 'Whichever is used in the session',
  programs: 'The program’s plan',
  sinceBy: (from: Day, by: string) => `${dayWithYear(from)}, by ${by}`,
  closed: 'No episode of care is open, so no screens are drawn.',
  noDays: 'No session to collect in over the next four weeks, so nothing can be drawn.',
  onTheirDays: (daysPerWeek: number, screensPerWeek: number) =>
    `${rounded(daysPerWeek)} collection days a week, of which about ${rounded(screensPerWeek)} are drawn`,
  everyDay: (daysPerWeek: number) =>
    `${rounded(daysPerWeek)} collection days a week, and every one is drawn: the rate asks for as many as there are. Lower it to leave something to chance.`,
  collected: ({ collected, due, from }: ScreenPlanShown['lately']) => `${collected} of ${due} collected since ${dayMonth(from)}`,
  noneDue: (from: Day) => `None due since ${dayMonth(from)}`,
  excluded: ({ excused, cancelled }: ScreenPlanShown['lately']) =>
    [excused > 0 ? `${excused} excused` : null, cancelled > 0 ? `${cancelled} cancelled by the program` : null].filter(
      (part) => part !== null,
    ),
  late: (days: readonly Day[]) =>
    `${days.length === 1 ? 'One came' : `${days.length} came`} later than the longest gap, for want of a session to collect in: ${days.map(dayWords).join(', ')}.`,
  history: 'Every change of the plan',
  programPlan: 'The program’s plan again',
  on: (from: Day, by: string) => `${dayWithYear(from)} · ${by}`,
};

export const requestedWords = {
  title: 'Asked for',
  note: 'Outside the schedule: it meets no drawn screen, and the figures list it apart.',
  reasons: { 'for-cause': 'Because of what was seen', 'one-off': 'One-off' } satisfies Record<RequestedReason, string>,
  when: ({ on, startsAt, session }: Requested, zone: Zone) =>
    [startsAt === null ? dayWords(on) : `${dayWords(on)} ${clockWords(timeAt(startsAt, zone))}`, session]
      .filter((part) => part !== null)
      .join(' · '),
  by: ({ by, at }: Requested, zone: Zone) => `${by}, ${momentWords(at, zone)}`,
  withdraw: 'Withdraw',
  withdrawing: 'Withdrawing',
  withdrawOf: (requested: Requested) => `Withdraw the screen asked for on ${dayWords(requested.on)}`,
  withdrawn: 'The screen is withdrawn.',
};

/** Where a screen that was asked for stands, in a word or two. */
export function stateWords({ state, outcome }: Requested): string {
  switch (state) {
    case 'to-come':
      return 'to come';
    case 'open':
      return 'in the log now';
    case 'passed':
      return 'nothing recorded';
    case 'session-cancelled':
      return 'session cancelled';
    case 'withdrawn':
      return 'withdrawn';
    case 'recorded':
      return outcome === null ? 'recorded' : outcomeNames[outcome];
  }
  return state satisfies never;
}

export const editWords = {
  title: 'How screens are drawn',
  perWeek: 'Screens a week, on average',
  perWeekHint: 'In halves. 0 draws none.',
  maxGap: 'Longest gap between two, in days',
  maxGapHint: 'On the last day they come before it ends, a screen is sure to be drawn.',
  panel: 'Panel',
  why: 'Why (optional)',
  whyHint: 'Seen with the plan by the clinical team.',
  from: 'Holds from today. What is drawn or decided already stays.',
  save: 'Save the plan',
  saving: 'Saving',
  follow: 'Follow the program again',
  programs: (label: string) => `The program’s plan: ${label}.`,
  problems: 'The plan isn’t saved yet',
  perWeekMissing: 'Write how many screens a week, as 1.5.',
  maxGapMissing: 'Write the longest gap in whole days, as 7.',
  stale: (by: string, holds: string) =>
    `${by} changed this plan while you had it open: ${holds}. What you typed is still here. Save again to replace theirs.`,
  saved: 'The plan is saved.',
};

export const askWords = {
  title: 'Ask for a screen',
  reason: 'Why',
  reasons: [
    { value: 'for-cause', label: 'Because of what was seen or heard' },
    { value: 'one-off', label: 'One-off: the client asked, a court date, a baseline' },
  ] as const satisfies readonly { readonly value: RequestedReason; readonly label: string }[],
  why: { 'for-cause': 'What was seen or heard', 'one-off': 'What for (optional)' } satisfies Record<RequestedReason, string>,
  whyHint: {
    'for-cause': 'In words of behavior: what, when and who saw it. “Speech slurred, unsteady on the stairs at 5:50 pm, seen by two of us.”',
    'one-off': 'Whoever reads the cup is not shown this.',
  } satisfies Record<RequestedReason, string>,
  session: 'In which session',
  choose: 'Choose a session',
  panel: 'Panel',
  none: 'There is no session in the next two weeks in which a specimen could be collected.',
  sessionWords: (on: Day, startsAt: Instant, timesKnown: boolean, title: string, booked: boolean, zone: Zone) =>
    [timesKnown ? `${dayWords(on)} ${clockWords(timeAt(startsAt, zone))}` : dayWords(on), title, booked ? null : 'not expected in it']
      .filter((part) => part !== null)
      .join(' · '),
  opens: 'It is in the log of that session once collection opens. The reader sees that a cup is due, and not why.',
  ask: 'Ask for it',
  asking: 'Asking',
  problems: 'The screen isn’t asked for yet',
  requested: (on: Day, opensAt: Instant, now: Instant, zone: Zone) =>
    opensAt <= now
      ? `A screen is asked for on ${dayWords(on)}. It is in the log of the session now.`
      : `A screen is asked for on ${dayWords(on)}. It is in the log of the session from ${momentWords(opensAt, zone)}.`,
  missing: { reason: 'Choose why a screen is asked for.', session: 'Choose a session.', why: 'Say what was seen or heard.' },
};
