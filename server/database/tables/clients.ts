import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { AuthorizedUnit } from '#domain/episodes/authorizations.ts';
import type { Naloxone } from '#domain/adjustments/open.ts';
import type { ExpectationRule } from '#domain/medications/expectation.ts';
import type { PhaseDecision, ReviewKind } from '#domain/care-plan/review-kinds.ts';
import type { SafetySource } from '#domain/safety/safety-clock.ts';
import type { Keyed, Owned } from './organizations.ts';

type OfClient = Keyed & { client_id: string };

/** A criterion as the phase wrote it down, and whether a recorded or attested one is met. */
export type StoredCriterion = {
  label: string;
  kind: 'measured-weeks' | 'measured-hours' | 'measured-goals' | 'recorded' | 'attested';
  needed: number | null;
  metOn: Day | null;
};

export type ClientTables = {
  client: Keyed & {
    chart_number: string;
    first_name: string;
    last_name: string;
    preferred_name: string | null;
    pronouns: string | null;
    born_on: Day | null;
    superseded_by: string | null;
    /** The program that wrote the chart; its staff open it before there is an episode. */
    intake_program_id: Generated<string | null>;
    language: Generated<string | null>;
    interpreter: Generated<boolean | null>;
    /** Numbers and names of charts that were folded into this one. */
    also_found_by: Generated<string>;
    search_text: Generated<string>;
    version: Generated<number>;
    created_at: Generated<Instant>;
  };
  care_group: Keyed & {
    program_id: string;
    site_id: string;
    name: string;
    meets: string;
    weekdays: number[];
    capacity: number | null;
    ended_on: Day | null;
    version: Generated<number>;
  };
  episode: OfClient & {
    program_id: string;
    site_id: string | null;
    group_id: string | null;
    therapist_id: string | null;
    opened_on: Day;
    admission_source: string | null;
    primary_substance: string | null;
    closed_on: Day | null;
    closed_because: string | null;
    referred_on: Day | null;
    referred_by: string | null;
    linked_to: string | null;
    closing_note: string | null;
    closing_naloxone: Naloxone | null;
    closed_by: string | null;
    second_signer: string | null;
    version: Generated<number>;
  };
  prescribed_hours: OfClient & { hours_per_week: number; from_on: Day; version: Generated<number> };
  phase_span: OfClient & {
    number: number;
    name: string;
    from_on: Day;
    to_on: Day | null;
    review_due_on: Day | null;
    criteria: JSONColumnType<StoredCriterion[]>;
  };
  leave_span: OfClient & { from_on: Day; to_on: Day | null; expected_back_on: Day | null; reason: string; version: Generated<number> };
  reading_window: OfClient & {
    analyte: string;
    kind: 'carry-over' | 'non-target';
    basis: string;
    from_on: Day;
    to_on: Day;
    set_by: string;
  };
  authorisation: OfClient & {
    payer: string;
    number: string;
    unit: Generated<AuthorizedUnit>;
    quantity: number;
    from_on: Day;
    to_on: Day;
    next_review_on: Day | null;
    /** The payer asks for no further review, or none is wanted. */
    needs_no_more: Generated<boolean>;
    version: Generated<number>;
  };
  safety_concern: OfClient & {
    opened_at: Instant;
    trigger: string;
    told: string | null;
    told_at: Instant | null;
    recorded_by: string | null;
    closed_at: Instant | null;
    source: SafetySource | null;
    source_label: string | null;
    screen_id: string | null;
    raised_by: string | null;
    closed_by: string | null;
    closed_label: string | null;
  };
  review: OfClient & {
    what: ReviewKind;
    instrument: string | null;
    goal_id: string | null;
    phase_id: string | null;
    reviewed_on: Day;
    summary: string;
    next_on: Day | null;
    rating: number | null;
    decision: PhaseDecision | null;
    signed_by: string;
    signed_at: Generated<Instant>;
  };
  contact: OfClient & { at: Instant; method: string; two_way: boolean; note: string | null; by: string };
  snooze: OfClient & {
    need: string;
    adjustment_id: string | null;
    reason: string;
    from_at: Instant;
    until_on: Day;
    by: string;
    supervisor: string | null;
  };
  medication: OfClient & {
    name: string;
    dose: string | null;
    started_on: Day;
    ended_on: Day | null;
    prescriber: string | null;
    stopped_because: string | null;
    /** The last day, where it was still to come when it was said and hasn't been looked at yet. */
    ends_ahead_on: Generated<Day | null>;
    /** Entered by mistake: kept, and read by nobody. */
    withdrawn_at: Instant | null;
    version: Generated<number>;
  };
  expectation_rule: Keyed & {
    medication: string;
    analyte: string;
    specimen: ExpectationRule['specimen'];
    /** Null is any panel of that specimen. */
    panel_id: string | null;
    expectation: ExpectationRule['expectation'];
    appears_after_days: number;
    clears_after_days: number;
  };
  goal: OfClient & {
    number: number;
    title: string;
    domain: string;
    levels: JSONColumnType<string[]>;
    next_review_on: Day | null;
    closed_on: Day | null;
  };
  goal_rating: Owned & { goal_id: string; client_id: string; rated_on: Day; level: number; rated_by: string };
  instrument_score: OfClient & { instrument: string; taken_on: Day; score: number; item9: number | null };
};
