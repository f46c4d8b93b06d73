import type { Day } from '#domain/calendar/calendar.ts';
import type { AnalyteReading, FindingHint } from '#domain/drug-screens/interpret.ts';
import { crossReactionsWith } from './cross-reactions.ts';
import { isKnownMedication, type ExpectationRule, type Medication } from './expectation.ts';

/** A medication that was taken on a day. */
const takenOn =
  (on: Day) =>
  ({ startedOn, endedOn }: Medication): boolean =>
    startedOn <= on && (endedOn === null || on <= endedOn);

/**
 * What of the medication list may account for an unexpected positive without explaining it (program rules 1.5, 1.10): one that would, and that nobody
 * has verified; one that looks like it to an immunoassay, until a laboratory has confirmed it; and one of which nobody has said what it shows.
 */
export function hintsFor(
  { analyte, result, finding, expectation, because }: Omit<AnalyteReading, 'mark'>,
  medications: readonly Medication[],
  map: readonly ExpectationRule[],
  on: Day,
): FindingHint[] {
  if (finding !== 'unexpected-positive') return [];
  const reported = expectation === 'reported' && because !== null ? [because.name] : [];
  const similar = result === 'presumptive-positive' ? crossReactionsWith(analyte, medications, on) : [];
  const unknown = medications.filter(takenOn(on)).filter((medication) => !isKnownMedication(medication, map));
  return [
    ...reported.map((medication) => ({ kind: 'not-verified' as const, medication })),
    ...[...new Set(similar)].map((medication) => ({ kind: 'cross-reaction' as const, medication })),
    ...[...new Set(unknown.map(({ name }) => name))].map((medication) => ({ kind: 'no-rules' as const, medication })),
  ];
}
