import { millisecondsOf, timeAt, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { MarkedSession } from '#domain/attendance/marks.ts';
import type { DraftMark, Typing } from './roster-draft.ts';
import type { Tally } from './roster-rows.ts';

const minutesBetween = (from: Instant, to: Instant): number => Math.round((millisecondsOf(to) - millisecondsOf(from)) / 60_000);

/** '6:20' and '6:00', without the half of the day, as on a wall clock in the room. */
export function clock(at: Instant, zone: Zone): string {
  const [hour = '', minute = ''] = timeAt(at, zone).split(':');
  return `${Number(hour) % 12 === 0 ? 12 : Number(hour) % 12}:${minute}`;
}

/** The key that says what a mark says. */
export const keyOf = ({ status }: Pick<DraftMark, 'status'>): string => {
  switch (status) {
    case 'present':
      return 'P';
    case 'late':
      return 'L';
    case 'left-early':
      return 'F';
    case 'absent':
      return 'A';
    case 'excused':
      return 'X';
    case null:
      return '';
  }
  status satisfies never;
};

/** 'present', 'late 20 min', 'left 15 min early', 'missed', 'excused', 'not marked' */
export function markWords({ status, arrivedAt, leftAt, minutes }: DraftMark, { startsAt, endsAt }: MarkedSession): string {
  const early = leftAt !== null && leftAt < endsAt ? ` ${minutesBetween(leftAt, endsAt)} min` : '';
  switch (status) {
    case 'present':
      return minutes === null ? 'present' : `present ${minutes} min`;
    case 'late':
      if (arrivedAt === null) return minutes === null ? 'late, time not known' : `late, here ${minutes} min`;
      return `late ${minutesBetween(startsAt, arrivedAt)} min${early === '' ? '' : `, left${early} early`}`;
    case 'left-early':
      if (leftAt === null) return minutes === null ? 'left early, time not known' : `left early, here ${minutes} min`;
      return `left${early} early`;
    case 'absent':
      return 'missed';
    case 'excused':
      return 'excused';
    case null:
      return 'not marked';
  }
  status satisfies never;
}

/** What stands in the row while a number is typed. */
export function typingWords({ letter, text }: Typing): string {
  if (letter === 'L') return text.includes(':') ? `in at ${text}` : `late ${text}`;
  if (letter === 'F') return text.includes(':') ? `out at ${text}` : `left early ${text}`;
  return `here ${text}`;
}

/** '160 of 180 min'; unknown is said, and nothing is said of who isn't marked. */
export function countsWords(counted: number | null, most: number, status: DraftMark['status'], timesKnown: boolean): string {
  if (status === null) return '';
  if (counted === null) return 'not known';
  return timesKnown ? `${counted} of ${most} min` : `${counted} min`;
}

const marks = (count: number): string => (count === 1 ? '1 mark' : `${count} marks`);

export const rosterWords = {
  title: (title: string, times: string) => `Attendance: ${title}, ${times}`,
  grid: 'Who is here',
  columns: {
    number: '#',
    client: 'Client',
    born: 'Born',
    status: 'Attendance',
    in: 'In',
    out: 'Out',
    counts: 'Counts',
    where: 'Where and note',
    by: 'By',
  },
  help: 'One key for each person. L and F take minutes or a time. Enter opens the details of a person. Arrow keys move, Tab leaves the list.',
  tally: ({ booked, here, late, missed, excused, blank }: Tally): readonly string[] => [
    `${booked} booked`,
    `${here} here`,
    ...(late === 0 ? [] : [`${late} late`]),
    ...(missed === 0 ? [] : [`${missed} missed`]),
    ...(excused === 0 ? [] : [`${excused} excused`]),
    `${blank} not marked`,
  ],
  led: (leader: string | null, site: string | null) =>
    [leader === null ? null : `Led by ${leader}`, site].filter((part) => part !== null).join(' · '),
  rule: (times: string, pause: number) =>
    `Counts the whole minutes between In and Out, inside ${times}${pause === 0 ? '' : `, less the ${pause}-minute break in the middle`}. Nothing is rounded up. A time that nobody knows leaves the minutes not known, never none.`,
  ruleUntimed: 'Nobody wrote down when this session was held. Type the minutes that somebody was here: they count as written.',
  mutualHelp: 'This is mutual help, which is the client’s own. It is listed, and its minutes never count.',
  cancelled: (because: string) => `This session was cancelled by the program: ${because}. Nobody can be marked in it.`,
  notOpen: (opens: string) => `Here and missed can be marked from ${opens} on. Excused can be said now.`,
  nobody: 'Nobody is booked in this session. If somebody comes, add them.',
  undo: 'Undo',
  add: 'Add a person',
  results: 'Results',
  print: 'Print roster',
  inPerson: 'in person',
  video: 'video',
  makeUp: 'make-up',
  makesUp: (day: string) => `make-up of ${day}`,
  onLeave: 'on leave',
  you: 'you',
  sending: 'sending',
  notSent: 'not sent',
  notSaved: 'not saved',
  entered: 'changed',
  noSuchTime: 'Type minutes, or a time near this session such as 6:20.',
  announced: (name: string, words: string, count: number, all: number) => `${name}, ${words}. ${count} of ${all} marked.`,
  markedAlready: (name: string, words: string) => `${name} is marked already: ${words}. Backspace takes it back.`,
  undone: (name: string) => `${name}: undone.`,
  redone: (name: string) => `${name}: done again.`,
  nothingToMakeUp: (name: string) => `${name} missed nothing in the last days that this session could make up.`,
  second: (day: string) => `Second missed in a row, after ${day}.`,
  outreach: 'Log an outreach',
  outreachFor: (name: string) => `Log an outreach to ${name}`,
  therapistSees: 'The therapist sees it on Today.',
  changedBy: (by: string, words: string) => `${by} says: ${words}. You typed another mark after that.`,
  somebody: 'Somebody else',
  keepTheirs: 'Keep theirs',
  useMine: 'Use mine',
  review: 'Review and save',
  unmarked: (count: number) =>
    count === 0
      ? 'Everybody is marked.'
      : `${count} ${count === 1 ? 'person is' : 'people are'} not marked, and ${count === 1 ? 'stays' : 'stay'} so: not known, never missed.`,
  unknownTimes: (count: number) => `${count} late or left early without a time: the minutes stay not known.`,
  typingLeft: (name: string) => `${name} is being typed. Press Enter there, or Escape to leave it.`,
  nothingToSave: 'No mark is new.',
  save: (count: number) => (count === 0 ? 'Save' : `Save ${marks(count)}`),
  saving: 'Saving',
  savedBut: (message: string, count: number) =>
    `${message} ${count === 1 ? '1 person was' : `${count} people were`} marked by somebody else meanwhile: look at both marks and choose.`,
  problems: 'Nothing was saved. Put this right first.',
  row: (number: number, name: string, message: string) => `Row ${number}, ${name}: ${message}`,
  offline: (count: number) =>
    `You’re offline. ${marks(count)} ${count === 1 ? 'is' : 'are'} kept on this screen until you reconnect. Don’t close it.`,
  waiting: (count: number) => `${marks(count)} ${count === 1 ? 'is' : 'are'} not sent yet, and kept on this screen. Don’t close it.`,
  sendAgain: 'Send again',
  leaving: {
    title: 'Leave without saving?',
    why: (count: number) =>
      `${marks(count)} ${count === 1 ? 'is' : 'are'} not saved. They stay on this screen while you are signed in, and nobody else sees them until you save.`,
    leave: 'Leave',
    stay: 'Stay here',
  },
  asOf: (time: string) => `As of ${time}`,
  live: 'live',
  stale: (time: string) => `Showing data from ${time}. Live updates stopped.`,
};
