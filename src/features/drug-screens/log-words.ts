import { notValidNames } from '#domain/drug-screens/cups-words.ts';
import type { CupReading } from '#domain/drug-screens/cups.ts';
import { outcomeNames } from '#domain/drug-screens/words.ts';
import type { ReadTimer } from './read-timer.ts';
import type { Typing } from './strip-typing.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** 'all drug lines present', 'no line: BUP, THC', 'declined', 'not valid: leaked' */
export function cupWords(cup: Pick<CupReading, 'outcome' | 'noLine' | 'notValid' | 'toLab'>): string {
  if (cup.outcome !== 'collected') return outcomeNames[cup.outcome];
  if (cup.notValid !== null) return `not valid: ${notValidNames[cup.notValid]}`;
  if (cup.toLab) return 'to the lab, unread';
  return cup.noLine.length === 0 ? 'all drug lines present' : `no line: ${cup.noLine.join(', ')}`;
}

/** 'no line: 3 BUP, 1' while a strip is being named. */
export function typingWords({ strips, pending, asksReason }: Typing, codes: readonly string[]): string {
  if (asksReason) return 'not valid: 1 to 7?';
  const named = strips.map((code) => `${codes.indexOf(code) + 1} ${code}`);
  return `no line: ${[...named, ...(pending === '' ? [] : [pending])].join(', ')}`;
}

export function timerWords(timer: ReadTimer, until: number): string {
  switch (timer.kind) {
    case 'wait':
      return `${timer.minutes} min, wait ${timer.left}`;
    case 'read-now':
      return `${timer.minutes} min, read now`;
    case 'past':
      return `${timer.minutes} min, past ${until}`;
  }
  return timer.kind satisfies never;
}

export const logWords = {
  title: (title: string, times: string) => `Log results: ${title}, ${times}`,
  columns: { number: '#', client: 'Client', born: 'Born', timer: 'Read timer', temperature: 'Temp', shows: 'What the cup shows', by: 'By' },
  grid: 'Cups of this session',
  notRecorded: 'not recorded',
  noCupYet: 'no cup yet',
  setDown: 'The cup was set down now (Space)',
  noCup: 'no cup',
  readAt: (minutes: number) => `read at ${minutes} min`,
  notTimed: 'read, not timed',
  inRange: 'in range',
  outOfRange: 'out of range',
  typing: 'typing',
  sending: 'sending',
  you: 'you',
  saved: 'saved',
  notSent: 'not sent',
  otherPanel: 'on another panel',
  outcomeNote: (words: string) => `Recorded as ${words}. It isn’t counted as detected or not detected.`,
  notValidNote: 'Recorded as not valid. No strip of it is read.',
  toLabNote: 'The laboratory reads every strip of it.',
  nMeans:
    ' means you read this cup: temperature in range, control lines present, every drug line visible, however faint. A faint line is a line. Cairn reads the results after you sign.',
  keysHelp: 'One key for each cup. Strip numbers are put in with Enter. Arrow keys move, Tab leaves the list.',
  watchHelp: 'W says not observed, Shift W chooses who observed.',
  breathHelp: 'A point starts a breath reading.',
  counts: (due: number, walkIns: number, recorded: number, typing: number, blank: number) => [
    `${due} due`,
    ...(walkIns === 0 ? [] : [plural(walkIns, 'walk-in', 'walk-ins')]),
    `${recorded} recorded`,
    ...(typing === 0 ? [] : [`${typing} being typed`]),
    `${blank} not recorded`,
  ],
  announced: (name: string, words: string, count: number, all: number) => `${name}, ${words}. ${count} of ${all}.`,
  entered: (name: string, words: string) => `${name} is entered already: ${words}. Backspace takes it back.`,
  undone: (name: string) => `${name}: undone.`,
  redone: (name: string) => `${name}: done again.`,
  walkIn: 'walk-in',
  second: 'second specimen',
  forCause: 'walk-in, outside the schedule',
  print: 'Print blank log',
  undo: 'undo',
  expires: (month: string) => `exp ${month}`,
  sameAs: (day: string) => `same as ${day}`,
  expired: 'expired',
  panel: 'Panel',
  lot: 'Lot',
  noPanels: 'There is no panel to choose yet. An administrator adds the cups that the program uses.',
  nobodyDue: 'Nobody is due in this session. If somebody hands over a cup, write them in as a walk-in.',
  notOpen: (day: string) => `This session is on ${day}. Who is due is shown once collection opens that day, not before.`,
  hiddenUntil: (time: string) => `Collection opens at ${time}. Who is due is shown then, not before. A walk-in can be written in now.`,
  dueFrom: (time: string) => `Due: shown from ${time}`,
  cancelled: (because: string) => `This session was cancelled by the program: ${because}.`,
  asOf: (time: string) => `As of ${time}`,
  live: 'live',
  stale: (time: string) => `Showing data from ${time}. Live updates stopped.`,
  kept: 'kept on this screen',
};
