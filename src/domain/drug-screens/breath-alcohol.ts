import type { Result } from './interpret.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** Grams of alcohol in 210 litres of breath: the unit of every evidential device (49 CFR 40). */
export const breathUnit = 'g/210 L';

/** The one line of a breath device, by its code. */
export const breathAnalyte = 'ALC';

/** What a device can show of a living person; a number outside is a slip of the hand, as 45 for 0.045. */
export const breathMost = 0.6;

const breathProblems = ['not-a-number', 'out-of-bounds', 'too-fine'] as const;
export type BreathProblem = (typeof breathProblems)[number];

/** What keeps a number from being a breath reading, in g/210 L with at most three decimals; null where it may be one. */
export function breathProblem(value: number): BreathProblem | null {
  if (!Number.isFinite(value)) return 'not-a-number';
  if (value < 0 || value > breathMost) return 'out-of-bounds';
  return Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-6 ? 'too-fine' : null;
}

const breathReadings = ['none', 'under-limit', 'over-limit'] as const;
type BreathReading = (typeof breathReadings)[number];

/** None at 0.000 alone. What is above zero and under the program's limit stays what it is: neither none nor over. At the limit is over it (program rule 3). */
export function breathReading(value: number, { breathAlcoholLimit }: Pick<ProgramSettings, 'breathAlcoholLimit'>): BreathReading {
  if (value === 0) return 'none';
  return value >= breathAlcoholLimit ? 'over-limit' : 'under-limit';
}

/**
 * The result of the line, with the program's limit as its cut-off: detected at it and above, as with every cut-off (program rule). The value is kept beside
 * it and always said. No amount of use follows from it.
 */
export const breathResult = (value: number, settings: Pick<ProgramSettings, 'breathAlcoholLimit'>): Result =>
  breathReading(value, settings) === 'over-limit' ? 'presumptive-positive' : 'negative';
