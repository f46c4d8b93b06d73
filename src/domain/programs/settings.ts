import type { Day, OpenDays } from '#domain/calendar/calendar.ts';
import { programVocabulary } from './vocabulary.ts';
import type { ChanceBounds, ScreenPlan } from '#domain/screen-plans/draw-chance.ts';
import type { Payday, ScreeningWeights } from '#domain/screen-plans/draw-weights.ts';

/** How screens are drawn where a client has no plan of their own, and when a drawn one may be known. */
export type Screening = ScreenPlan & {
  readonly weights: ScreeningWeights;
  readonly paydays: readonly Payday[];
  readonly bounds: ChanceBounds;
  /** Collection opens this long before its session, and nobody is told before who is due. */
  readonly opensMinutesBefore: number;
  /** A day is decided this long before its collection opens, and no sooner, so that there is nothing to be found out. */
  readonly drawMinutesBefore: number;
};

/** The clocks, windows and thresholds of a program. Each is a judgment that its clinical lead may change. */
export type ProgramSettings = {
  /** Open days after a result until the talk is due and until the plan change is signed; both at the close of that day. */
  readonly talkOpenDays: number;
  readonly signOpenDays: number;
  /** A repeat of the same finding is noted at the next contact, within these days. */
  readonly attachDays: number;
  /** An answered result blocks 'ended by the program' for this long. */
  readonly closureGuardHours: number;
  readonly closesAt: string;
  readonly openWeekdays: readonly number[];
  readonly baselineDays: number;
  /** Valid negatives after which a carry-over window ends, whatever its date. */
  readonly carryOverNegatives: number;
  /** A slot of the testing schedule is met by a collection within these hours. */
  readonly screenWindowHours: number;
  readonly screening: Screening;
  /** g/210 L. */
  readonly breathAlcoholLimit: number;
  /** Whether the program has collections watched, so that the log asks who did. */
  readonly observedCollections: boolean;
  /** Days without an opioid detected after which tolerance counts as lost. */
  readonly lostToleranceDays: number;
  /** Attendance can be marked from so many minutes before the session's start. */
  readonly markEarlyMinutes: number;
  /** How far back a missed session can be made up. */
  readonly makeUpDays: number;
  readonly hoursShare: number;
  readonly hoursWeeks: number;
  readonly lostContactDays: number;
  readonly authorizationOpenDays: number;
  readonly uncollectedInARow: number;
  readonly upcomingReviewDays: number;
  readonly reviewDays: number;
  readonly worseOverDays: number;
  readonly snoozeMaxDays: number;
  readonly beforeAfterDays: number;
  readonly answerHours: number;
  /** A return within these days of the last service reopens the episode; unserved for longer, an open episode has ended in fact. */
  readonly unservedDays: number;
  readonly hoursMetWeeks: number;
  readonly expectedStreak: { readonly atLeast: number; readonly of: number };
  /** The words that this program chooses from; an older word that isn't among them stays as it was written. */
  readonly levelsOfCare: readonly string[];
  readonly admissionSources: readonly string[];
  readonly primarySubstances: readonly string[];
  readonly leaveReasons: readonly string[];
};

export const defaultSettings: ProgramSettings = {
  talkOpenDays: 1,
  signOpenDays: 3,
  attachDays: 7,
  closureGuardHours: 72,
  closesAt: '17:00',
  openWeekdays: [1, 2, 3, 4, 5, 6],
  baselineDays: 7,
  carryOverNegatives: 2,
  screenWindowHours: 72,
  screening: {
    perWeek: 1.5,
    maxGapDays: 7,
    weights: { afterWeekend: 1.5, afterHoliday: 1.5, afterPayday: 1.5 },
    paydays: [{ kind: 'day-of-month', day: 15 }, { kind: 'last-of-month' }],
    bounds: { least: 0.15, most: 0.9 },
    opensMinutesBefore: 30,
    drawMinutesBefore: 75,
  },
  breathAlcoholLimit: 0.02,
  observedCollections: false,
  lostToleranceDays: 14,
  markEarlyMinutes: 15,
  hoursShare: 0.75,
  hoursWeeks: 2,
  lostContactDays: 7,
  authorizationOpenDays: 1,
  uncollectedInARow: 2,
  upcomingReviewDays: 7,
  reviewDays: 30,
  worseOverDays: 60,
  snoozeMaxDays: 7,
  beforeAfterDays: 28,
  answerHours: 72,
  unservedDays: 30,
  hoursMetWeeks: 4,
  expectedStreak: { atLeast: 9, of: 10 },
  makeUpDays: 14,
  ...programVocabulary,
};

/** A program's settings: what it stored, and the defaults for the rest. */
export const settingsFrom = (
  stored: Partial<Omit<ProgramSettings, 'screening'>> & { readonly screening?: Partial<Screening> },
): ProgramSettings => ({
  ...defaultSettings,
  ...stored,
  screening: { ...defaultSettings.screening, ...stored.screening },
});

/** The program's open days with its closures. */
export const openDaysOf = (settings: ProgramSettings, closed: readonly Day[]): OpenDays => ({
  weekdays: settings.openWeekdays,
  closed,
  closesAt: settings.closesAt,
});
