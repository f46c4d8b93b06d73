import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import type { ExpectationRule, Medication } from '#domain/medications/expectation.ts';
import { hintsFor } from '#domain/medications/finding-hints.ts';

/** Whether anything on these screens asks what of the medication list may account for it. */
export const asksForHints = (events: readonly ScreenEvent[]): boolean =>
  events.some(({ analytes }) => analytes.some(({ finding }) => finding === 'unexpected-positive'));

/** The screens with what of the medication list may account for each unexpected finding without explaining it. */
export const withHints = (
  events: readonly ScreenEvent[],
  medications: readonly Medication[],
  map: readonly ExpectationRule[],
): readonly ScreenEvent[] =>
  medications.length === 0
    ? events
    : events.map((event) =>
        asksForHints([event]) ? { ...event, analytes: event.analytes.map((one) => hinted(one, event, medications, map)) } : event,
      );

function hinted(
  one: ScreenEvent['analytes'][number],
  { on }: ScreenEvent,
  medications: readonly Medication[],
  map: readonly ExpectationRule[],
): ScreenEvent['analytes'][number] {
  const hints = hintsFor(one, medications, map, on);
  return hints.length === 0 ? one : { ...one, hints };
}
