import type { Day, Instant } from '#domain/calendar.ts';
import type { ContactMethod, Trigger } from '#domain/care-plan.ts';
import type { AnalyteWindow, CollectionOutcome, Result, SpecimenType, Validity } from '#domain/drug-screens.ts';
import type { GoalDomain } from '#domain/goals.ts';
import type { Medication } from '#domain/medications.ts';
import type { StoredCriterion } from '#server/database/tables/clients.ts';
import type { AnswerFor } from './answers.ts';
import type { Discharge } from './closings.ts';
import type { Group, Member, Panel } from './house.ts';
import type { Session } from './sessions.ts';

export type Person = {
  readonly chart: string;
  readonly first: string;
  readonly last: string;
  readonly preferred: string | null;
  readonly pronouns: string | null;
  readonly bornOn: Day;
};

/** One client's place in one session. Booked is a session nobody has marked yet. */
export type Booking = {
  readonly session: Session;
  readonly status: 'booked' | 'present' | 'late' | 'left-early' | 'absent' | 'excused';
  /** Minutes that count; null where nobody marked them. */
  readonly minutes: number | null;
  readonly telehealth: boolean;
  readonly makeUp: boolean;
  /** The id of the missed session that it stands for. */
  readonly makesUp?: string;
  readonly note: string | null;
};

/** One collection that was due or asked for, as it was handed over and read; what it means is worked out by the domain. */
export type Collection = {
  readonly on: Day;
  /** Null where nothing was handed over. */
  readonly at: Instant | null;
  readonly receivedAt: Instant;
  readonly session: Session | null;
  readonly scheduled: boolean;
  readonly outcome: CollectionOutcome;
  readonly specimen: SpecimenType;
  readonly validity: Validity;
  readonly reason: string | null;
  readonly panel: Panel;
  /** Every analyte that was read, or is still at the laboratory. */
  readonly results: Readonly<Record<string, Result>>;
  /** What a breath device showed, g/210 L. */
  readonly breath?: number;
  readonly confirmation: { readonly at: Instant; readonly results: Readonly<Record<string, Result>> } | null;
};

export type PhasePlan = {
  readonly number: number;
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly reviewDueOn: Day | null;
  readonly criteria: readonly StoredCriterion[];
};

export type GoalPlan = {
  readonly title: string;
  readonly domain: GoalDomain;
  /** Five, from -2 to +2, in the client's words. */
  readonly levels: readonly [string, string, string, string, string];
  readonly nextReviewOn: Day | null;
  readonly ratings: readonly (readonly [on: Day, level: number])[];
};

export type ScoreTaken = { readonly instrument: string; readonly on: Day; readonly score: number; readonly item9: number | null };
export type ContactTry = { readonly at: Instant; readonly method: ContactMethod; readonly twoWay: boolean; readonly note: string | null };
export type Authorized = {
  readonly payer: string;
  readonly number: string;
  readonly days: number;
  readonly from: Day;
  readonly to: Day;
  readonly nextReviewOn: Day | null;
};
export type Concern = {
  readonly openedAt: Instant;
  readonly trigger: string;
  readonly notified: string | null;
  readonly notifiedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** The screen that opened it. */
  readonly screenId?: string;
};
type SnoozedNeed = { readonly need: string; readonly reason: string; readonly fromAt: Instant; readonly untilOn: Day };

/** An adjustment that a person started, without a screen. */
export type BegunByHand = { readonly at: Instant; readonly trigger: Exclude<Trigger, 'screen'>; readonly about: string };

/** Everything that happened to one client in one episode, before any rule has read it. */
export type ClientFixture = {
  /** Names the client for ids: the same on every day the program is made. */
  readonly key: string;
  readonly person: Person;
  readonly group: Group;
  readonly therapist: Member;
  readonly openedOn: Day;
  readonly admissionSource: string;
  readonly primarySubstance: string;
  readonly discharge: Discharge | null;
  readonly hours: readonly { readonly from: Day; readonly perWeek: number }[];
  readonly phases: readonly PhasePlan[];
  readonly leaves: readonly { readonly from: Day; readonly to: Day | null; readonly reason: string }[];
  readonly windows: readonly AnalyteWindow[];
  readonly medications: readonly Medication[];
  readonly authorizations: readonly Authorized[];
  readonly contacts: readonly ContactTry[];
  readonly concerns: readonly Concern[];
  readonly snoozes: readonly SnoozedNeed[];
  readonly goals: readonly GoalPlan[];
  readonly scores: readonly ScoreTaken[];
  readonly bookings: readonly Booking[];
  readonly collections: readonly Collection[];
  /** Scheduled collections of today. A later day is decided when it comes. */
  readonly dueNext: readonly { readonly on: Day; readonly session: Session | null }[];
  readonly begunByHand: readonly BegunByHand[];
  readonly answerFor: AnswerFor;
};
