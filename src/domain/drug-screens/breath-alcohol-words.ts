import { clockWords } from '#domain/calendar/words.ts';
import { breathReading, breathUnit, type BreathProblem } from './breath-alcohol.ts';
import { resultNames } from './words.ts';
import { isDetected, type Measured, type Result } from './interpret.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

const threeDecimals = (value: number): string => value.toFixed(3);

/** '0.045 g/210 L' */
export const breathWords = (value: number): string => `${threeDecimals(value)} ${breathUnit}`;

/** '0.045 g/210 L, 6:12 pm' */
export const measuredWords = ({ value, unit, time }: Measured): string =>
  `${unit === breathUnit ? breathWords(value) : `${value} ${unit}`}${time === null ? '' : `, ${clockWords(time)}`}`;

/** '0.045 g/210 L, 6:12 pm, at or above the limit': the number first, then what the program's limit makes of it. */
export function measuredResult(measured: Measured, result: Result): string {
  const text = measuredWords(measured);
  if (measured.unit !== breathUnit) return `${text}, ${resultNames[result]}`;
  if (isDetected(result)) return `${text}, at or above the limit`;
  return measured.value === 0 ? text : `${text}, above zero and under the limit`;
}

/** What a reading asks for at or above the program's limit, and what it doesn't under it. */
export const breathNotificationWords = {
  needed: 'This is at or above the program’s limit. Who did you tell, and when?',
  notAsked: 'This is under the program’s limit. Report what you see in the person instead.',
  nothingRead: 'Nothing in this correction asks for telling somebody. Report what you see in the log.',
};

export const breathProblemWords: Readonly<Record<BreathProblem, string>> = {
  'not-a-number': 'Write the number on the device, as 0.045.',
  'out-of-bounds': 'A device shows 0.000 to 0.600 g/210 L. Write it as on the device, as 0.045.',
  'too-fine': 'Use at most three decimals, as on the device: 0.045.',
};

/** What a reading is, and nothing more: no amount of use follows from it. */
export function breathSummary(value: number, settings: Pick<ProgramSettings, 'breathAlcoholLimit'>): string {
  const limit = breathWords(settings.breathAlcoholLimit);
  const reading = breathReading(value, settings);
  switch (reading) {
    case 'none':
      return `${breathWords(value)}: no alcohol in this breath.`;
    case 'under-limit':
      return `${breathWords(value)}: above zero, and under the program’s limit of ${limit}.`;
    case 'over-limit':
      return `${breathWords(value)}: at or above the program’s limit of ${limit}.`;
  }
  return reading satisfies never;
}
