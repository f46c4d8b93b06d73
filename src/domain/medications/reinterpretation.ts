import type { Day } from '#domain/calendar/calendar.ts';
import { interpretAnalyte, type Expectation, type Finding, type Result, type Validity } from '#domain/drug-screens/interpret.ts';
import { sameCause, type ExpectationCause } from './expectation-cause.ts';
import { expectationOf, type ExpectationRule, type Medication, type ReadWith } from './expectation.ts';

/** A stored screen with what was expected of each analyte when it was collected. */
export type ReadScreen = ReadWith & {
  readonly id: string;
  readonly on: Day;
  readonly validity: Validity;
  readonly results: readonly {
    readonly analyte: string;
    readonly result: Result;
    readonly expectation: Expectation;
    readonly because: ExpectationCause | null;
  }[];
};

/** One analyte that another medication list would read differently: what was expected and found, and what would be. */
export type Reinterpretation = {
  readonly analyte: string;
  readonly was: Expectation;
  readonly wasBecause: ExpectationCause | null;
  readonly found: Finding;
  readonly would: Expectation;
  readonly wouldBecause: ExpectationCause | null;
  readonly wouldFind: Finding;
};

/**
 * Which analytes of a screen the new medication list would read differently (program rule). What was expected is fixed at collection and stays:
 * this only says what a clinician may want to read again. An analyte that this edit doesn't touch is never offered, whatever was kept before.
 */
export function reinterpretationsOf(
  screen: ReadScreen,
  before: readonly Medication[] | null,
  after: readonly Medication[],
  map: readonly ExpectationRule[],
): readonly Reinterpretation[] {
  return screen.results.flatMap(({ analyte, result, expectation, because }) => {
    const would = expectationOf(analyte, screen, after, map, screen.on);
    const touched = before === null || expectationOf(analyte, screen, before, map, screen.on).expectation !== would.expectation;
    const found = interpretAnalyte(analyte, result, screen.validity, expectation);
    const wouldFind = interpretAnalyte(analyte, result, screen.validity, would.expectation);
    if (!touched || found === wouldFind) return [];
    return [{ analyte, was: expectation, wasBecause: because, found, would: would.expectation, wouldBecause: would.because, wouldFind }];
  });
}

/** Whether two offers of the same screen would read the same analytes in the same way. */
export const sameReinterpretations = (one: readonly Reinterpretation[], other: readonly Reinterpretation[]): boolean =>
  one.length === other.length &&
  one.every((mine) =>
    other.some(
      (theirs) =>
        mine.analyte === theirs.analyte &&
        mine.would === theirs.would &&
        mine.wouldFind === theirs.wouldFind &&
        sameCause(mine.wouldBecause, theirs.wouldBecause),
    ),
  );

/** An offer to read a screen again that nobody has answered. */
export type OpenOffer = { readonly id: string; readonly screenId: string; readonly analytes: readonly Reinterpretation[] };

export type NewOffer = { readonly screenId: string; readonly analytes: readonly Reinterpretation[] };

/**
 * What an edit of the list makes of a client's screens: those that it offers to a clinician, and the open offers that it overtakes, because a
 * newer one says something else or because nothing would be read differently any more (program rule).
 */
export function offersAfter(
  screens: readonly ReadScreen[],
  open: readonly OpenOffer[],
  before: readonly Medication[],
  after: readonly Medication[],
  map: readonly ExpectationRule[],
): { readonly fresh: readonly NewOffer[]; readonly overtaken: readonly string[] } {
  const looked = screens.map((screen) => {
    const offer = open.find(({ screenId }) => screenId === screen.id);
    // An open offer is worked out anew against the whole list, so that it never says what is no longer so.
    const analytes = reinterpretationsOf(screen, offer === undefined ? before : null, after, map);
    return { screenId: screen.id, analytes, offer, same: offer !== undefined && sameReinterpretations(offer.analytes, analytes) };
  });
  return {
    fresh: looked.flatMap(({ screenId, analytes, same }) => (analytes.length > 0 && !same ? [{ screenId, analytes }] : [])),
    overtaken: looked.flatMap(({ offer, same }) => (offer === undefined || same ? [] : [offer.id])),
  };
}
