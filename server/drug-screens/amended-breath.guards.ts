import { breathAnalyte, breathProblem, breathResult, breathUnit } from '#domain/drug-screens/breath-alcohol.ts';
import { breathProblemWords } from '#domain/drug-screens/breath-alcohol-words.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import type { AmendedResult, Changes } from './amended-cup.ts';
import type { ScreenFound } from './amended-screen.guards.ts';

/** The line of a breath device: its value with the program's limit as the cut-off. Refuses what no device shows. */
export function breathLine(value: number, field: string, { settings }: Pick<Context, 'settings'>): AmendedResult {
  const problem = breathProblem(value);
  if (problem !== null) throw refuseField(field, breathProblemWords[problem]);
  const cutoff = settings.breathAlcoholLimit;
  return { analyte: breathAnalyte, result: breathResult(value, settings), value, unit: breathUnit, cutoff };
}

const ofCups = ['noLine', 'notValid', 'temperatureInRange', 'observed', 'observedBy', 'specimen', 'panelId', 'lot', 'results'] as const;

/** Refuses changes that only a cup can have on a breath reading, and a breath value on anything else. */
export function refuseOtherSpecimen(screen: Pick<ScreenFound, 'specimen'>, changes: Changes): void {
  if (screen.specimen === 'breath-alcohol') {
    const field = ofCups.find((one) => changes[one] !== undefined);
    if (field !== undefined)
      throw refuseField(`changes.${field}`, 'A breath reading has no strips, cup or specimen. Correct its number or its time.');
    return;
  }
  if (changes.breathAlcohol !== undefined)
    throw refuseField('changes.breathAlcohol', 'This is no breath reading. Record one of its own in the log.');
  if (changes.specimen === 'breath-alcohol')
    throw refuseField('changes.specimen', 'A cup can’t become a breath reading. Record one of its own in the log.');
}
