import { daysBetween, type Day, type Instant } from '#domain/calendar/calendar.ts';
import type { ExpectationCause } from '#domain/medications/expectation-cause.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import { isKnownAnalyte } from './analytes.ts';

/** What came of a collection that was due or asked for. Never merged with validity or findings. */
export const collectionOutcomes = ['collected', 'not-collected', 'declined', 'unable', 'excused', 'cancelled-by-program'] as const;
export type CollectionOutcome = (typeof collectionOutcomes)[number];

export const specimenTypes = ['urine-cup', 'urine-lab', 'oral-fluid', 'breath-alcohol', 'blood', 'hair'] as const;
export type SpecimenType = (typeof specimenTypes)[number];

export const validities = ['valid', 'dilute', 'substituted', 'adulterated', 'invalid', 'not-tested'] as const;
export type Validity = (typeof validities)[number];

export const results = ['negative', 'presumptive-positive', 'confirmed-positive', 'not-confirmed', 'inconclusive', 'pending'] as const;
export type Result = (typeof results)[number];

/**
 * What the client's medication should make this panel show, fixed at collection time. 'reported' is a medication that would account for it and that
 * nobody has verified: it explains nothing yet.
 */
export const expectations = ['should-show', 'may-show', 'reported', 'wont-show', 'not-known'] as const;
export type Expectation = (typeof expectations)[number];

/** What one analyte's result says. */
export const findings = [
  'as-expected',
  'consistent-with-medication',
  'unexpected-positive',
  'prescribed-not-detected',
  'pending',
  'unknown-drug',
  'not-interpretable',
  'baseline',
  'carry-over',
  'non-target',
  'explained',
  'not-on-panel',
] as const;
export type Finding = (typeof findings)[number];

/** What the care team owes an answer: these open an adjustment or attach to one, and an explanation answers them (program rule). */
export const findingsNeedingAnswer = ['unexpected-positive', 'prescribed-not-detected'] as const satisfies readonly Finding[];

export const needsAnswer = (finding: Finding): boolean => findingsNeedingAnswer.some((one) => one === finding);

/** What the team is asked about, whether or not an explanation has answered it: an adjustment rests on these and stands while one of them does. */
export const adjustmentFindings = [...findingsNeedingAnswer, 'explained'] as const satisfies readonly Finding[];

export const isAdjustmentFinding = (finding: Finding): boolean => adjustmentFindings.some((one) => one === finding);

/** Detected or agreed, and opening nothing: neither as expected nor negative, and listed separately wherever events are counted. */
export const separateFindings = ['carry-over', 'baseline', 'non-target'] as const satisfies readonly Finding[];

/** A finding once the team's explanation is known. Only what needs an answer can be explained. */
export const withExplanation = (finding: Finding, explained: boolean): Finding =>
  explained && needsAnswer(finding) ? 'explained' : finding;

/**
 * How far the care team's answer to an unexpected finding is, furthest from an answer first.
 * 'history' came with the imported record: it was answered or not elsewhere, and nothing was owed here.
 */
export const responses = ['due', 'plan-adjusted', 'outcome-recorded', 'explained', 'history'] as const;
export type Response = (typeof responses)[number];

export const markCodes = ['E', 'U!', 'U+', 'U', 'U=', 'N!', 'N+', 'N', 'P', 'O', 'D', 'V', 'B', 'K', 'C', 'I', 'R', 'X', '_'] as const;
export type MarkCode = (typeof markCodes)[number];

/** What a device measured, with its unit and the clinic's time; a number is never read as an amount used. */
export type Measured = { readonly value: number; readonly unit: string; readonly time: string | null };

/** Whether a collection was watched, and by whom. `observed` null is not said; one brought in from elsewhere may not say by whom. */
export type Observation = { readonly observed: boolean | null; readonly by: string | null };

/** A medication that may account for an unexpected finding and explains nothing: a hint for whoever talks with the client. */
export type FindingHint = { readonly kind: 'not-verified' | 'cross-reaction' | 'no-rules'; readonly medication: string };

/** One analyte of one screen, as the reader of the device or the laboratory gave it, with the reading of it. */
export type AnalyteReading = {
  readonly analyte: string;
  readonly result: Result;
  readonly expectation: Expectation;
  /** Why that was expected; null where nothing was. */
  readonly because: ExpectationCause | null;
  readonly finding: Finding;
  readonly mark: MarkCode;
  /** Absent where only a line or a word was given. */
  readonly measured?: Measured | undefined;
  /** Absent where nothing on the medication list gives one. */
  readonly hints?: FindingHint[] | undefined;
};

/** One collection event: what came of it, whether the specimen was valid, and a finding for each analyte. */
export type ScreenEvent = {
  readonly id: string;
  readonly on: Day;
  readonly at: Instant | null;
  readonly scheduled: boolean;
  readonly outcome: CollectionOutcome;
  readonly specimen: SpecimenType | null;
  readonly validity: Validity | null;
  readonly reason: string | null;
  readonly presumptive: boolean;
  readonly mark: MarkCode;
  readonly response: Response | null;
  readonly adjustmentId: string | null;
  /** Absent where nothing was said about watching. */
  readonly observation?: Observation | undefined;
  readonly analytes: readonly AnalyteReading[];
};

/** A stretch in which a clinician reads one analyte's positives differently, with the basis or agreement and its end. */
export type AnalyteWindow = {
  readonly analyte: string;
  readonly kind: 'carry-over' | 'non-target';
  readonly from: Day;
  readonly to: Day;
  readonly setBy: string;
  readonly basis: string;
};

/** On these nothing can be read for any analyte, detected or not. */
export const isNotValid = (validity: Validity | null): boolean =>
  validity === 'substituted' || validity === 'adulterated' || validity === 'invalid';

/** The drug is there as far as anybody knows: presumptive until a laboratory confirms it (program rule). */
export const detectedResults = ['presumptive-positive', 'confirmed-positive'] as const satisfies readonly Result[];

export const isDetected = (result: Result): boolean => detectedResults.some((one) => one === result);

/** The reader saw no line, whatever a laboratory said of it afterwards. */
export const isShown = (result: Result): boolean => isDetected(result) || result === 'not-confirmed';

const accountedFor = (expectation: Expectation): boolean => expectation === 'should-show' || expectation === 'may-show';

/** Expectations with which no medication accounts for what was detected. */
export const unaccountedExpectations: readonly Expectation[] = expectations.filter((expectation) => !accountedFor(expectation));

/**
 * What one analyte's result says by itself, given what the client's medication should show on this kind of specimen that day.
 * A positive stands on a dilute or untested specimen, a negative doesn't stand on a dilute one (ASAM 2017).
 * Unknown stays unknown: where the medication isn't known a positive still needs an answer, and a negative says nothing.
 */
export function interpret(result: Result, validity: Validity, expectation: Expectation): Finding {
  if (isNotValid(validity)) return 'not-interpretable';
  switch (result) {
    case 'pending':
      return 'pending';
    case 'inconclusive':
      return 'not-interpretable';
    case 'presumptive-positive':
    case 'confirmed-positive':
      return accountedFor(expectation) ? 'consistent-with-medication' : 'unexpected-positive';
    case 'negative':
    case 'not-confirmed':
      if (validity === 'dilute' || expectation === 'not-known') return 'not-interpretable';
      return expectation === 'should-show' ? 'prescribed-not-detected' : 'as-expected';
  }
  result satisfies never;
}

/**
 * The same, where the code may be one that nobody knows. What was detected under it is an unknown drug until somebody says which, and no other result
 * of it says anything (program rule 1.10).
 */
export function interpretAnalyte(analyte: string, result: Result, validity: Validity, expectation: Expectation): Finding {
  const read = interpret(result, validity, expectation);
  if (read === 'not-interpretable' || isKnownAnalyte(analyte)) return read;
  return isDetected(result) ? 'unknown-drug' : 'pending';
}

/** One earlier result of the same analyte, which may end a carry-over window. */
export type EarlierResult = { readonly on: Day; readonly result: Result; readonly validity: Validity };

/**
 * Whether a window holds on a day. Carry-over ends at its date or after enough valid negatives inside it, whichever comes first;
 * an agreement that an analyte is not a target holds until its review date.
 */
function windowHolds(window: AnalyteWindow, on: Day, earlier: readonly EarlierResult[], settings: ProgramSettings): boolean {
  if (on < window.from || on > window.to) return false;
  if (window.kind === 'non-target') return true;
  const negatives = earlier.filter(
    (past) =>
      past.on >= window.from &&
      past.on < on &&
      past.validity === 'valid' &&
      (past.result === 'negative' || past.result === 'not-confirmed'),
  );
  return negatives.length < settings.carryOverNegatives;
}

export type FindingFacts = {
  readonly analyte: string;
  readonly result: Result;
  readonly validity: Validity;
  readonly expectation: Expectation;
  readonly collectedOn: Day;
  /** The first day of the episode; null before it has begun. */
  readonly admittedOn: Day | null;
  readonly windows: readonly AnalyteWindow[];
  readonly earlier: readonly EarlierResult[];
  readonly explained: boolean;
  readonly settings: ProgramSettings;
};

/**
 * The finding that is shown and counted: the plain reading, then the readings that open nothing (program rule).
 * Only an unexpected result can be explained, and only an unexpected positive can be baseline, carry-over or an agreed non-target.
 */
export function findingOf(facts: FindingFacts): Finding {
  const read = interpretAnalyte(facts.analyte, facts.result, facts.validity, facts.expectation);
  if (!needsAnswer(read)) return read;
  if (facts.explained) return 'explained';
  if (read === 'prescribed-not-detected') return read;
  if (facts.admittedOn === null || daysBetween(facts.admittedOn, facts.collectedOn) < facts.settings.baselineDays) return 'baseline';
  const holding = facts.windows.filter(
    (window) => window.analyte === facts.analyte && windowHolds(window, facts.collectedOn, facts.earlier, facts.settings),
  );
  if (holding.some((window) => window.kind === 'carry-over')) return 'carry-over';
  return holding.length > 0 ? 'non-target' : read;
}
