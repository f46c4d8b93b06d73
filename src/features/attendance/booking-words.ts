import { dayMonth, weekdayShort } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';

const shortDay = (on: Day): string => `${weekdayShort(on)} ${dayMonth(on)}`;

/** The words of one person's details, and of adding somebody. */
export const bookingWords = {
  status: 'Attendance',
  here: 'Here',
  absent: 'Missed',
  excused: 'Excused',
  unmarked: 'Not marked',
  in: 'In',
  out: 'Out',
  times: (times: string) => `The session is ${times}. Leave empty what nobody knows.`,
  minutes: 'Or minutes here',
  minutesAlone: 'Minutes here',
  minutesHint: (most: number) => `The session counts ${most}. Use this where nobody knows the times.`,
  where: 'By video',
  makesUp: 'Makes up',
  none: 'nothing',
  missed: ({ on, title }: { readonly on: Day; readonly title: string }) => `${shortDay(on)}, ${title}`,
  note: 'Note',
  noteHint: 'Why they were late, excused or left. Nothing from treatment.',
  put: 'Done',
  cancel: 'Close',
  take: 'Take out of the roster',
  removing: 'Taking out',
  taken: (name: string) => `${name} is taken out of the roster.`,
  earlier: 'Before it was corrected',
  corrected: (words: string, by: string | null, at: string | null, correctedBy: string) =>
    `${words}${by === null ? '' : `, recorded by ${by}`}${at === null ? '' : ` ${at}`}. Corrected by ${correctedBy}.`,
  notATime: 'Write a time near this session, such as 6:20 pm.',
  notMinutes: 'Write a whole number of minutes.',
};

export const makeUpWords = {
  title: 'Could be made up in',
  none: 'No session to come of this kind has room within the days that the program allows.',
  booked: (session: string) => `Booked to make it up: ${session}.`,
  book: 'Book',
  bookFor: (session: string) => `Book the make-up: ${session}`,
  done: (name: string) => `${name} is booked for a make-up.`,
  unavailable: 'We couldn’t look for a make-up. The rest of the roster is up to date.',
};

export const addWords = {
  title: 'Add a person',
  search: 'Name or chart number',
  find: 'Find',
  close: 'Close',
  nobody: 'Nobody in care is called so here. Check the name, or ask for the client to be added.',
  booked: 'on the roster already',
  add: 'Add',
  addMakeUp: (on: Day) => `Add, makes up ${shortDay(on)}`,
  addFor: (name: string, words: string) => `${words}: ${name}`,
  added: (name: string) => `${name} is on the roster. Mark them when they are here.`,
};
