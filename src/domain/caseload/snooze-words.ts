import type { SnoozeRefusal } from './snooze.ts';

/** The field at fault, and what to do about it. */
export const snoozeRefusalWords: Readonly<Record<SnoozeRefusal, readonly [field: string, message: string]>> = {
  'never-safety': ['need', 'A safety clock can’t be snoozed. Record who was told.'],
  'reason-needed': ['reason', 'Say why it can wait.'],
  'date-not-ahead': ['until', 'Choose a day after today.'],
  'too-long': ['until', 'Choose a day at most 7 days ahead.'],
  'supervisor-needed': ['supervisor', 'Name the supervisor who agreed.'],
};

/** 'travel with family, back on Today Thu 26 Nov' */
export const snoozedLine = (reason: string, until: string): string => `${reason}, back on Today ${until}`;
