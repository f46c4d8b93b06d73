import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { PhaseDecision, ReviewKind } from '#domain/care-plan/review-kinds.ts';
import type { OfClient, Owned } from './keys.ts';

export type CarePlanTables = {
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
};
