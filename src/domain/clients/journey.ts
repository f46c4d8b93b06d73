import type { AdjustmentState, Outcome } from '#domain/adjustments/open.ts';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { AnalyteWindow, ScreenEvent } from '#domain/drug-screens/interpret.ts';

export type { AnalyteWindow } from '#domain/drug-screens/interpret.ts';

/** One Monday-to-Sunday week of care. Null hours are unknown, never zero. */
export type WeekOfCare = {
  readonly week: Day;
  readonly prescribed: number | null;
  readonly delivered: number | null;
  readonly excused: number;
  /** Hours of sessions that the program itself cancelled; offered = prescribed less these. */
  readonly cancelled: number;
  readonly telehealth: number;
  /** The week is cut by admission, leave, closure or today: drawn open and never flagged. */
  readonly partial: boolean;
};

export type PhaseSpan = { readonly number: number; readonly name: string; readonly from: Day; readonly to: Day | null };
export type DoseSpan = {
  readonly medication: string;
  readonly dose: string | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly analytes: readonly string[];
};
export type GoalLine = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly ratings: readonly { readonly on: Day; readonly level: number }[];
};
export type InstrumentLine = {
  readonly instrument: string;
  readonly scores: readonly { readonly on: Day; readonly score: number; readonly item9: number | null }[];
};

/** An adjustment on the time axis: a flag at the result, a span from signing to closing. */
export type AdjustmentSpan = {
  readonly id: string;
  readonly number: number;
  readonly state: AdjustmentState;
  readonly openedOn: Day;
  readonly signedOn: Day | null;
  readonly closedOn: Day | null;
  readonly followUpOn: Day | null;
  readonly outcome: Outcome | null;
  readonly dueAt: Instant | null;
  readonly label: string;
};

/** Everything the journey draws on one shared time axis. */
export type Journey = {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly phases: readonly PhaseSpan[];
  readonly weeks: readonly WeekOfCare[];
  readonly screens: readonly ScreenEvent[];
  readonly doses: readonly DoseSpan[];
  readonly windows: readonly AnalyteWindow[];
  readonly leaves: readonly { readonly from: Day; readonly to: Day | null }[];
  readonly adjustments: readonly AdjustmentSpan[];
  readonly goals: readonly GoalLine[];
  readonly instruments: readonly InstrumentLine[];
};
