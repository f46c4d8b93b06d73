import type { StoredCriterion } from '#domain/phases/criteria.ts';
import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { RequestedEnding } from '#domain/episodes/ending.ts';
import type { Naloxone } from '#domain/adjustments/open.ts';
import type { OfClient } from './keys.ts';

export type EpisodeTables = {
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
    discharge_note: string | null;
    discharge_naloxone: Naloxone | null;
    closed_by: string | null;
    second_signer: string | null;
    version: Generated<number>;
  };
  ending_request: OfClient & {
    episode_id: string;
    /** The version of the episode that was to end. */
    episode_version: number;
    ending: JSONColumnType<RequestedEnding>;
    requested_by: string;
    requested_at: Instant;
    second_signer: string;
    answer: 'signed' | 'declined' | 'withdrawn' | 'overtaken' | null;
    answered_at: Instant | null;
    answered_by: string | null;
    answer_note: string | null;
  };
  episode_reopening: OfClient & {
    episode_id: string;
    closed_on: Day;
    closed_because: string;
    reopened_on: Day;
    by: string;
    at: Generated<Instant>;
  };
  level_span: OfClient & { episode_id: string; level: string; from_on: Day; version: Generated<number> };
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
};
