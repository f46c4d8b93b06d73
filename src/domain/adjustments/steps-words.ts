import { clockWords, momentWords } from '#domain/calendar/words.ts';
import { dayAt, timeAt, type Instant, type Zone } from '#domain/calendar/calendar.ts';

/** 'today 9:05 am', 'Sat 21 Nov 8:20 pm' */
export const whenWords = (moment: Instant, now: Instant, zone: Zone): string =>
  dayAt(moment, zone) === dayAt(now, zone) ? `today ${clockWords(timeAt(moment, zone))}` : momentWords(moment, zone);

const done: Readonly<Record<string, string>> = {
  'adjustments.talk': 'noted the talk',
  'adjustments.explain': 'recorded an explanation',
  'adjustments.sign': 'signed the plan change',
  'adjustments.recordOutcome': 'recorded the outcome',
  'adjustments.speakOfLaterResults': 'spoke of later results',
  'adjustments.shareCorrection': 'shared a correction',
};

/** Who changed an adjustment while somebody else had it open: 'R. Ortiz noted the talk today 9:05 am.' */
export const changedWords = (who: string, action: string, when: string): string =>
  `${who} ${done[action] ?? 'changed the result'} ${when}.`;

export const changedBySomebody = 'Somebody changed this while you had it open.';

/** Refusals about what came after somebody had acted. */
export const laterResultProblems = {
  nothingWaits: 'No later result of this adjustment waits to be spoken of. Load the page again.',
  nothingToShare: 'No correction of this adjustment waits to be shared. Load the page again.',
  beforeCorrection: 'This is before the correction. Give a later moment.',
};

/** Refusals that name a field and its fix. */
export const stepProblems = {
  checked: 'Choose how the result was checked.',
  nothingToCheck: 'This adjustment has no result to check. Leave this out.',
  oneWay: 'A voicemail or a letter is an attempt, not a conversation. Log an attempt instead.',
  notTwoWay: 'A voicemail or a letter is never two-way contact.',
  future: 'This is later than now. Give a moment that has passed.',
  beforeOpening: 'This is before the result. Give a later moment.',
  notified: 'Write who on call was told, and when.',
  notNotified: 'Nobody is told on call with that answer. Leave this out.',
  naloxone: 'Choose what was said about naloxone. An explained result asks for it too.',
};
