import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Reinterpretation } from '#domain/medications/reinterpretation.ts';
import type { ExpectationRule } from '#domain/medications/expectation.ts';
import type { Keyed, Owned } from './organizations.ts';

type OfClient = Keyed & { client_id: string };

/** A medication as it stood before an edit. */
export type StoredMedication = {
  readonly name: string;
  readonly dose: string | null;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly prescriber: string | null;
};

export type EpisodeTables = {
  level_span: OfClient & { episode_id: string; level: string; from_on: Day; version: Generated<number> };
  episode_reopening: OfClient & {
    episode_id: string;
    closed_on: Day;
    closed_because: string;
    reopened_on: Day;
    by: string;
    at: Generated<Instant>;
  };
  utilisation_review: OfClient & {
    authorisation_id: string;
    reviewed_on: Day;
    next_review_on: Day | null;
    note: string | null;
    by: string;
    at: Generated<Instant>;
  };
  coverage: Keyed & {
    away_id: string;
    covered_by: string;
    from_on: Day;
    to_on: Day;
    note: string | null;
    made_by: string;
    cancelled_at: Instant | null;
    version: Generated<number>;
  };
  handover: OfClient & {
    episode_id: string;
    from_id: string | null;
    to_id: string;
    note: string;
    on_day: Day;
    by: string;
    at: Generated<Instant>;
    acknowledged_at: Instant | null;
  };
  medication_edit: OfClient & {
    medication_id: string;
    step: 'added' | 'dose' | 'stopped' | 'corrected' | 'withdrawn';
    was: JSONColumnType<StoredMedication> | null;
    because: string | null;
    by: string;
    at: Generated<Instant>;
  };
  reading_review: OfClient & {
    screen_id: string;
    medication_id: string;
    analytes: JSONColumnType<Reinterpretation[]>;
    offered_at: Instant;
    offered_by: string;
  };
  reading_review_answer: Owned & {
    review_id: string;
    client_id: string;
    answer: 'keep' | 'read-again' | 'overtaken';
    because: string | null;
    amended_by: string | null;
    by: string;
    at: Instant;
  };
  expectation_edit: Owned & {
    version: number;
    medication: string;
    was: JSONColumnType<ExpectationRule[]>;
    became: JSONColumnType<ExpectationRule[]>;
    because: string | null;
    by: string;
    at: Generated<Instant>;
  };
};
