import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Medication } from './expectation.ts';

/** 'buprenorphine 12 mg, from 24 Jul 2026' */
export const medicationLabel = ({ name, dose, startedOn, endedOn }: Omit<Medication, 'verified'>): string =>
  `${[name, dose].filter(Boolean).join(' ')}, ${endedOn === null ? `from ${dayWithYear(startedOn)}` : `${dayWithYear(startedOn)} to ${dayWithYear(endedOn)}`}`;

/** What a last day that was said ahead says when it has come. */
export const endedAheadWords = (name: string, on: Day): string => `The last day of ${name} was to be ${dayWithYear(on)}. It has come.`;

export const medicationRefusals = {
  endBeforeStart: 'The last day is before the first. Correct one of the two.',
  startToCome: 'That day is still to come. Enter a medication once its first day is there.',
  endedAlready: 'This medication has ended already. Correct its last day instead.',
  doseOnStart: 'That is its first day. Correct the dose instead, or give a later day.',
  verifiedBefore: 'That day is over. Say until when it is verified from today on, or leave it out.',
  sameDose: 'That is the dose now. Write the new one.',
  overlaps: (label: string): string => `The list has ${label} in these days already. Change that one, or give other days.`,
  nothingDiffers: 'Nothing here differs from what is recorded. Change what was wrong, or leave it as it is.',
  notified: 'Stopping a medication for opioid use starts the safety clock. Say who was told, and when.',
  otherName: (written: string, known: readonly string[]): string =>
    known.length === 1
      ? `The map has ${written} as ${known[0] ?? ''}. Change its rows there.`
      : `The map has the parts of ${written} by themselves: ${known.join(', ')}. Change their rows there.`,
  notNotified: 'Nothing here starts the safety clock. Take this out.',
} as const;
