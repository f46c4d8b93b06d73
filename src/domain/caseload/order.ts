import { byName } from '#domain/people/names.ts';
import { onLeave } from '#domain/attendance/lost-contact.ts';
import type { LeaveSpan, SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import type { AuthorizedUnit } from '#domain/episodes/authorizations.ts';
import { dayAt, type Day, type Instant, type OpenDays, type Zone } from '#domain/calendar/calendar.ts';
import type { AttachedResult } from '#domain/adjustments/attached.ts';
import type { ActedBy, Correction } from '#domain/adjustments/corrections.ts';
import type { Adjustment } from '#domain/adjustments/open.ts';
import type { ContactAttempt } from '#domain/clients/contact-attempts.ts';
import type { Finding, FindingHint, ScreenEvent } from '#domain/drug-screens/interpret.ts';
import type { HoursUnder } from '#domain/attendance/weeks.ts';
import type { Score, Worsening } from '#domain/instruments/instruments.ts';
import type { GoalLine, WeekOfCare } from '#domain/clients/journey.ts';
import { reviewKinds, type ReviewKind } from '#domain/care-plan/review-kinds.ts';
import type { SafetyConcern } from '#domain/safety/safety-clock.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** The reasons for which a client is on Today, in the order in which they count. */
export const needKinds = [
  'safety',
  'lost-contact',
  'authorization',
  'correction',
  'talk',
  'attached',
  'sign',
  'follow-up',
  'hours',
  'instrument',
  'uncollected',
  'review',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** The ten tiers; three reasons about results share the fourth (program rule). */
export const tiers: Readonly<Record<NeedKind, number>> = {
  safety: 1,
  'lost-contact': 2,
  authorization: 3,
  correction: 4,
  talk: 4,
  attached: 4,
  sign: 5,
  'follow-up': 6,
  hours: 7,
  instrument: 8,
  uncollected: 9,
  review: 10,
};

/** What is known of each reason, so that it can be put in words. */
export type NeedFacts =
  | { readonly kind: 'safety'; readonly concern: SafetyConcern; readonly called: string }
  | {
      readonly kind: 'lost-contact';
      /** The sessions missed in a row, where that is the reason. */
      readonly missedOn: readonly Day[];
      /** The last day with contact; null where there was none since admission. */
      readonly since: Day | null;
      readonly days: number;
      readonly tries: readonly ContactAttempt[];
      readonly attempts: number;
      /** Set once enough was tried that the row says when to try again. */
      readonly nextTryOn: Day | null;
    }
  | { readonly kind: 'authorization'; readonly authorization: Authorization; readonly by: Day }
  | { readonly kind: 'talk'; readonly adjustment: AdjustmentInCare; readonly nextTryOn: Day | null }
  | { readonly kind: 'correction'; readonly adjustment: AdjustmentInCare; readonly correction: Correction; readonly dueAt: Instant }
  | {
      readonly kind: 'attached';
      readonly adjustment: AdjustmentInCare;
      /** The results that wait, the first one first. */
      readonly results: readonly AttachedInCare[];
      readonly dueAt: Instant;
    }
  | { readonly kind: 'sign'; readonly adjustment: AdjustmentInCare }
  | { readonly kind: 'follow-up'; readonly adjustment: AdjustmentInCare; readonly on: Day }
  | { readonly kind: 'hours'; readonly under: HoursUnder }
  | { readonly kind: 'instrument'; readonly instrument: string; readonly worse: Worsening }
  | { readonly kind: 'uncollected'; readonly days: readonly Day[] }
  | { readonly kind: 'review'; readonly review: ReviewDue };

/** One reason: its tier, its clock, and what is known of it. */
export type Need = {
  readonly kind: NeedKind;
  readonly tier: number;
  readonly dueAt: Instant | null;
  readonly facts: NeedFacts;
  readonly adjustmentId: string | null;
  /** What answering it is about, where a form can: which review, or which step of a safety concern. */
  readonly about?: NeedAbout | undefined;
};

/** A concern of which nobody was told yet, one whose check is not recorded, or what is to be reviewed with which of its kind. */
export const needSubjects = ['tell', 'check', ...reviewKinds] as const;
export type NeedAbout = { readonly kind: (typeof needSubjects)[number]; readonly id: string | null };

export const goodNewsKinds = ['criteria-met', 'goal-up', 'screens-expected', 'hours-met', 'back-in-contact'] as const;
export type GoodNews =
  | { readonly kind: 'criteria-met'; readonly phase: number; readonly met: number; readonly of: number }
  | { readonly kind: 'goal-up'; readonly number: number; readonly title: string; readonly from: number; readonly to: number }
  | { readonly kind: 'screens-expected'; readonly expected: number; readonly of: number }
  | { readonly kind: 'hours-met'; readonly weeks: number }
  /** `lastWeek` in hours; null where they aren't known. */
  | {
      readonly kind: 'back-in-contact';
      readonly on: Day;
      readonly lastWeek: { readonly delivered: number; readonly prescribed: number } | null;
    };

/** An attached result with the day on which it was collected and what of it still asks for an answer. */
export type AttachedInCare = AttachedResult & { readonly on: Day };

/** An adjustment with the collection event behind it; null where it was started by hand. */
export type AdjustmentInCare = Adjustment & {
  readonly event: {
    readonly on: Day;
    readonly presumptive: boolean;
    readonly notValid: boolean;
    readonly findings: readonly {
      readonly analyte: string;
      readonly finding: Finding;
      readonly hints?: readonly FindingHint[] | undefined;
    }[];
  } | null;
  /** Results that attached after the signature. */
  readonly attached: readonly AttachedInCare[];
  readonly corrections: readonly Correction[];
  readonly acted: ActedBy | null;
  /** Whether results that attached brought the follow-up forward. */
  readonly followUpForward: boolean;
  /** Tries at reaching the client for this conversation. */
  readonly attempts: readonly ContactAttempt[];
};

export type Authorization = {
  readonly endsOn: Day;
  readonly nextReviewOn: Day | null;
  readonly unit: AuthorizedUnit;
  readonly allowed: number;
  /** Computed from delivered services. */
  readonly used: number;
};

export type ReviewDue = {
  readonly kind: Exclude<ReviewKind, 'instrument'>;
  /** Which goal or phase, and its number. */
  readonly id?: string | undefined;
  readonly number?: number | undefined;
  readonly dueOn: Day;
};

/** Everything about one client that Today reads, of their latest episode; of closed ones and of those not started only what is owed all the same. */
export type ClientFacts = {
  /** What the client likes to be called, 'Maya'. */
  readonly called: string;
  readonly admittedOn: Day;
  readonly safety: readonly SafetyConcern[];
  readonly sessions: readonly SessionFacts[];
  readonly leaves: readonly LeaveSpan[];
  readonly attempts: readonly ContactAttempt[];
  readonly authorization: Authorization | null;
  readonly adjustments: readonly AdjustmentInCare[];
  readonly weeks: readonly WeekOfCare[];
  readonly instruments: readonly { readonly instrument: string; readonly scores: readonly Score[]; readonly reviewedOn: Day | null }[];
  readonly screens: readonly ScreenEvent[];
  readonly reviews: readonly ReviewDue[];
  readonly phase: { readonly number: number; readonly met: number; readonly of: number } | null;
  readonly goals: readonly GoalLine[];
};

/** When and where Today is read. */
export type Moment = {
  readonly now: Instant;
  readonly today: Day;
  readonly zone: Zone;
  readonly open: OpenDays;
  readonly settings: ProgramSettings;
};

export const momentAt = (now: Instant, settings: ProgramSettings, zone: Zone, open: OpenDays): Moment => ({
  now,
  today: dayAt(now, zone),
  zone,
  open,
  settings,
});

export const tierOf = (kind: NeedKind): number => tiers[kind];

type Ranked = Pick<Need, 'tier' | 'dueAt'> & { readonly kind?: NeedKind };

/** What attached later comes after every other task of its tier, whatever the clock (program rule 2.1). */
const comesLast = ({ kind }: Ranked): number => (kind === 'attached' ? 1 : 0);

const byClock = (a: Ranked | undefined, b: Ranked | undefined): number => {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  if (a.tier !== b.tier) return a.tier - b.tier;
  if (comesLast(a) !== comesLast(b)) return comesLast(a) - comesLast(b);
  if (a.dueAt === b.dueAt) return 0;
  return a.dueAt !== null && (b.dueAt === null || a.dueAt < b.dueAt) ? -1 : 1;
};

export const inOrder = <T extends Ranked>(needs: readonly T[]): readonly T[] => needs.toSorted(byClock);

/** The first reason, and how many more there are; null where nothing is needed. */
export const headline = <T extends Ranked>(needs: readonly T[]): { readonly first: T; readonly more: number } | null => {
  const [first] = inOrder(needs);
  return first === undefined ? null : { first, more: needs.length - 1 };
};

/** Rows by tier, then clock, then name; nothing needed comes last. No score and no weights. */
export const ordered = <T extends { readonly name: string; readonly needs: readonly Ranked[] }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => byClock(inOrder(a.needs)[0], inOrder(b.needs)[0]) || byName(a.name, b.name));

export const isAway = (facts: Pick<ClientFacts, 'leaves'>, today: Day): boolean => onLeave(today, facts.leaves);
