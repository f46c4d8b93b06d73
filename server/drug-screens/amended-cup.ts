import type { Contract } from '#contract/index.ts';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import { notValidReasons, resultsOfCup, validityOfCup, type CupReading } from '#domain/drug-screens/cups.ts';
import { isDetected, isNotValid, type Result, type Validity } from '#domain/drug-screens/interpret.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import type { ScreenFound } from './amended-screen.guards.ts';

export type Changes = Parameters<Procedure<Contract['drugScreens']['amend']>>[0]['changes'];

type Amended = {
  readonly outcome: CupReading['outcome'];
  readonly validity: Validity | null;
  readonly reason: string | null;
  readonly temperatureInRange: boolean | null;
  readonly results: readonly AmendedResult[];
};

export type AmendedResult = {
  readonly analyte: string;
  readonly result: Result;
  readonly value?: number | null;
  readonly unit?: string | null;
  readonly cutoff?: number | null;
};

/** What the reading says with the changes put in. What the laboratory said of a strip stands where the strip itself is not changed. */
export function amendedReading(
  screen: ScreenFound,
  changes: Changes,
  strips: readonly string[],
  breath: (value: number) => AmendedResult,
): Amended {
  const outcome = changes.outcome ?? screen.outcome;
  if (outcome !== 'collected') return { outcome, validity: null, reason: null, temperatureInRange: null, results: [] };
  if (screen.specimen === 'breath-alcohol')
    return {
      outcome,
      validity: changes.validity ?? screen.validity,
      reason: screen.validity_reason,
      temperatureInRange: null,
      results: changes.breathAlcohol === undefined ? screen.results : [breath(changes.breathAlcohol)],
    };
  const cup = cupWith(screen, changes);
  const isReinterpreted =
    changes.outcome !== undefined ||
    changes.noLine !== undefined ||
    changes.notValid !== undefined ||
    changes.temperatureInRange !== undefined;
  const read = isReinterpreted ? validityOfCup(cup) : { validity: screen.validity, reason: screen.validity_reason };
  const lines = isReinterpreted
    ? resultsOfCup(cup, strips).map(({ analyte, result }) => ({ analyte, result: kept(screen, analyte, result) }))
    : screen.results;
  const byLab = new Map((changes.results ?? []).map((one) => [analyteCode(one.analyte), one]));
  const known = new Set(lines.map(({ analyte }) => analyteCode(analyte)));
  return {
    outcome,
    validity: changes.validity ?? read.validity,
    reason: changes.validity === undefined || isNotValid(changes.validity) ? read.reason : null,
    temperatureInRange: cup.temperatureInRange,
    results: [
      ...lines.map(({ analyte, result }) => ({ analyte, result: byLab.get(analyteCode(analyte))?.result ?? result })),
      ...[...byLab.values()].filter(({ analyte }) => !known.has(analyteCode(analyte))),
    ],
  };
}

function cupWith(screen: ScreenFound, changes: Changes): CupReading {
  const before = screen.results.length === 0 ? (notValidReasons.find((reason) => reason === screen.validity_reason) ?? null) : null;
  return {
    outcome: 'collected',
    // Lines that are read now say that the cup could be read.
    notValid: changes.notValid === undefined ? (changes.noLine === undefined ? before : null) : changes.notValid,
    noLine:
      changes.noLine ??
      screen.results.filter(({ result }) => isDetected(result) || result === 'not-confirmed').map(({ analyte }) => analyte),
    temperatureInRange: changes.temperatureInRange === undefined ? screen.temperature_in_range : changes.temperatureInRange,
    toLab: changes.noLine === undefined && screen.results.length > 0 && screen.results.every(({ result }) => result === 'pending'),
  };
}

function kept(screen: ScreenFound, analyte: string, read: Result): Result {
  const before = screen.results.find((one) => one.analyte === analyte)?.result;
  if (read === 'presumptive-positive') return before === 'confirmed-positive' || before === 'not-confirmed' ? before : read;
  return read;
}
