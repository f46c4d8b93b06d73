import { dayMonth } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { EarlierAdjustment } from '#contract/adjustments-shown.ts';
import { outcomeNames, stateNames } from '#domain/adjustments/states-words.ts';

/** '+1', '0', '−1' */
const level = (at: number): string => (at > 0 ? `+${at}` : at < 0 ? `−${-at}` : '0');

export const sidePanelWords = {
  lastEight: 'Last 8 screens',
  excused: (weeks: number, of: number) => `${weeks} ${weeks === 1 ? 'week' : 'weeks'} of ${of} with excused time`,
  medication: 'Medication at collection',
  medicationNow: 'Medication then',
  noMedication: 'None on the list.',
  tried: 'Tried before, and what followed',
  noneTried: 'Nothing yet. This is the first adjustment.',
  more: (count: number) => `${count} earlier`,
  aimed: (better: string) => `Better was to be: ${better}`,
  working: 'What is working',
  askWorking: 'Nothing on record yet. Ask what is going well.',
  goal: (title: string, from: number, to: number, on: Day) => `${title}, ${level(to)} since ${dayMonth(on)}, from ${level(from)}`,
  instrument: (name: string, from: number, to: number) => `${name} from ${from} to ${to}, a reliable change`,
  hours: (met: number, of: number) => `Prescribed hours met in ${met} of the last ${of} full weeks`,
  next: 'What happens next',
  willSign: 'What you will sign',
  notChosen: 'not chosen yet',
  onToday: (on: string) => `You’ll see the follow-up on Today on ${on}.`,
};

/** 'In place.' 'Improved.' What became of an earlier adjustment. */
export function becameOf({ outcome, state }: EarlierAdjustment): string {
  const words = outcome === null ? stateNames[state] : outcomeNames[outcome];
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
