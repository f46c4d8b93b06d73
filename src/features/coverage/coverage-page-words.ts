import { dayMonth, dayWithYear, dayWords } from '#domain/calendar/words.ts';
import { daysBetween, type Day } from '#domain/calendar/calendar.ts';

const people = (count: number): string => `${count} ${count === 1 ? 'client' : 'clients'}`;

/** Who is away, who covers, and what goes from one caseload to another. */
export const coveragePageWords = {
  actions: 'What can be done',
  form: { close: 'Close', save: 'Save', saving: 'Saving', wrong: 'Some of this can’t be saved yet' },
  eyebrow: 'Caseload',
  title: 'Coverage and hand-over',
  below: 'While somebody is away, the person who covers finds their clients on Today and may open their records. Afterwards both go back.',
  coverage: 'Who covers',
  table: 'Absences from today on',
  pastTable: 'Absences that are over',
  none: 'Nobody is away from today on.',
  add: 'Plan coverage',
  change: 'Change',
  cancel: 'Cancel it',
  away: 'Away',
  by: 'Covered by',
  days: 'Days',
  from: 'First day',
  to: 'Last day',
  note: 'Note',
  span: (from: Day, to: Day): string => (from === to ? dayWithYear(from) : `${dayMonth(from)} to ${dayWithYear(to)}`),
  when: (from: Day, to: Day, today: Day): string => {
    if (from <= today) return to === today ? 'Until today' : 'Now';
    const days = daysBetween(today, from);
    return days === 1 ? 'From tomorrow' : `In ${days} days`;
  },
  clients: people,
  earlier: (count: number): string => `${count} earlier`,
  addTitle: 'Plan coverage',
  changeTitle: (name: string): string => `Coverage for ${name}`,
  changeText: 'Once it has begun, only its last day changes. To let somebody else take over, end it and plan another.',
  what: 'What is to happen',
  whatOptions: [
    { value: 'change', label: 'Change its days, or who covers' },
    { value: 'cancel', label: 'Cancel it: nobody is away' },
  ],
  transfer: 'Hand over clients',
  transferText: 'For good: the clients go to another caseload with a note that the receiving therapist reads on Today.',
  fromWhom: 'From',
  toWhom: 'To',
  on: 'Day of the hand-over',
  handNote: 'Note for the person who takes over',
  handHint: 'What matters now, what was agreed, what to watch. It is kept in each client’s record.',
  whom: 'Clients',
  everyone: (count: number, more: boolean): string => (more ? `All ${count} shown` : `All ${count}`),
  chart: (number: string): string => `chart ${number}`,
  chosen: (count: number): string => `${people(count)} chosen`,
  unassigned: 'No therapist yet',
  handOver: (count: number): string => (count === 0 ? 'Hand over' : `Hand over ${people(count)}`),
  handed: (count: number, to: string): string => `${people(count)} handed over to ${to}.`,
  nobody: 'There is nobody in care on this caseload.',
  choose: 'Choose',
  section: {
    title: 'Therapist',
    now: (name: string | null): string => (name === null ? 'No therapist yet.' : `${name} answers for this client.`),
    covered: (name: string, until: Day): string => `${name} covers until ${dayWithYear(until)}.`,
    nobody: 'No episode of care is open, so nobody answers for this client.',
    hand: 'Hand over',
    handTitle: (name: string): string => `Hand over ${name}`,
    acknowledge: 'I have read it',
    read: (at: Day): string => `Read ${dayWords(at)}`,
    unread: 'Not read yet',
    line: (from: string | null, to: string, on: Day): string =>
      from === null ? `To ${to}, ${dayWithYear(on)}` : `From ${from} to ${to}, ${dayWithYear(on)}`,
    by: (name: string): string => `Written by ${name}`,
  },
} as const;
