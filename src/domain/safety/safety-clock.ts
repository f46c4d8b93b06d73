import { isOpioid, showsOpioidMedication } from '#domain/drug-screens/analytes.ts';
import { dayAt, momentOf, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { breathReading } from '#domain/drug-screens/breath-alcohol.ts';
import type { Finding } from '#domain/drug-screens/interpret.ts';
import type { AmendedScreen } from './amended-screen.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

export const safetyKinds = [
  'item-9',
  'concern',
  'intoxication',
  'breath-alcohol',
  'withdrawal',
  'overdose',
  'unexpected-opioid',
  'possible-opioid',
  'opioid-medication-missing',
  'opioid-medication-stopped',
  'return',
] as const;
export type SafetyKind = (typeof safetyKinds)[number];

/** Where a concern came from. */
export const safetySources = ['screen', 'breath', 'instrument', 'log', 'conversation', 'staff', 'family', 'client'] as const;
export type SafetySource = (typeof safetySources)[number];

/** What is known of a source beside its kind. */
export type SourceFacts = {
  /** g/210 L. */
  readonly breathAlcohol?: number;
  /** The title of the session in which it was seen. */
  readonly session?: string;
  readonly instrument?: string;
  /** A medication whose last day had been entered ahead, and has come. */
  readonly ended?: { readonly medication: string; readonly lastOn: Day };
};

/** Where one concern came from, with what is known of it and the day of the screen that it was found on. */
export type ConcernSource = { readonly from: SafetySource; readonly facts: SourceFacts | null; readonly screenOn: Day | null };

/** Something that opened the safety clock. Whoever entered it said whom they told; it stays open until the check itself is recorded. */
export type SafetyConcern = {
  readonly id: string;
  readonly kind: SafetyKind;
  readonly openedAt: Instant;
  /** When the client leaves the building today; null where they aren't here. */
  readonly leavesAt: Instant | null;
  readonly source: ConcernSource | null;
  /** What stands now in the place of the screen that started it; null where there was none, or it stands as it was. */
  readonly amended: AmendedScreen | null;
  readonly notifiedAt: Instant | null;
  readonly checkedAt: Instant | null;
};

export type SafetyFacts = {
  readonly item9: number | null;
  /** g/210 L. */
  readonly breathAlcohol: number | null;
  readonly analytes: readonly { readonly analyte: string; readonly finding: Finding }[];
  readonly opioidMedicationStopped: boolean;
  /** Back from jail, detox or leave. */
  readonly returned: boolean;
  /** What somebody saw or said. */
  readonly reported: readonly Extract<SafetyKind, 'concern' | 'intoxication' | 'withdrawal' | 'overdose'>[];
};

/** What opens the safety clock (program rule). Nothing here closes it: item 9 at 0 never clears an open concern. */
export function safetyOpenings(facts: SafetyFacts, settings: ProgramSettings): readonly SafetyKind[] {
  const found = (finding: Finding, of: (analyte: string) => boolean) =>
    facts.analytes.some((one) => one.finding === finding && of(one.analyte));
  const opened: Readonly<Record<SafetyKind, boolean>> = {
    'item-9': facts.item9 !== null && facts.item9 > 0,
    concern: facts.reported.includes('concern'),
    intoxication: facts.reported.includes('intoxication'),
    'breath-alcohol': facts.breathAlcohol !== null && breathReading(facts.breathAlcohol, settings) === 'over-limit',
    withdrawal: facts.reported.includes('withdrawal'),
    overdose: facts.reported.includes('overdose'),
    'unexpected-opioid': found('unexpected-positive', isOpioid),
    'possible-opioid': found('unknown-drug', () => true),
    'opioid-medication-missing': found('prescribed-not-detected', showsOpioidMedication),
    'opioid-medication-stopped': facts.opioidMedicationStopped,
    return: facts.returned,
  };
  return safetyKinds.filter((kind) => opened[kind]);
}

/** Before the client leaves; otherwise by the end of the day on which it opened. Nights and closures never pause it. */
export const safetyDueAt = (concern: Pick<SafetyConcern, 'openedAt' | 'leavesAt'>, zone: Zone): Instant =>
  concern.leavesAt ?? momentOf(dayAt(concern.openedAt, zone), '23:59', zone);
