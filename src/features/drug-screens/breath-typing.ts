import { breathProblem, breathReading, type BreathProblem } from '#domain/drug-screens/breath-alcohol.ts';

/** The number that was typed, as '.045', '0,045' or '0.045'; null where it is none. Empty is no number, and never 0. */
export function breathIn(text: string): number | null {
  const written = text.trim().replace(',', '.');
  return /^\d*\.?\d+$|^\d+\.$/.test(written) ? Number(written) : null;
}

/** What keeps it from being a reading; null where nothing does. */
export function typedProblem(text: string): BreathProblem | null {
  const value = breathIn(text);
  return value === null ? 'not-a-number' : breathProblem(value);
}

/** Whether what is typed so far asks who was told. */
export function isOver(text: string, limit: number): boolean {
  const value = breathIn(text);
  return value !== null && breathProblem(value) === null && breathReading(value, { breathAlcoholLimit: limit }) === 'over-limit';
}
