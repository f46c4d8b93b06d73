import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { CollectionOutcome, Expectation, Finding, Result, SpecimenType, Validity } from '#domain/drug-screens/interpret.ts';
import type { StoredAmendmentReason } from '#domain/drug-screens/amendment-reasons.ts';
import type { ExpectationCause } from '#domain/medications/expectation-cause.ts';
import type { Keyed, OfClient, Owned } from './keys.ts';

export type DrugScreenTables = {
  screen_batch: Keyed & { session_id: string; cups_counted: number; signed_by: string; signed_at: Generated<Instant> };
  screen: Keyed & {
    client_id: string;
    slot_id: string | null;
    session_id: string | null;
    batch_id: string | null;
    outside_key: string | null;
    scheduled: boolean;
    outcome: CollectionOutcome;
    specimen: SpecimenType | null;
    validity: Validity | null;
    validity_reason: string | null;
    temperature_in_range: boolean | null;
    panel_id: string | null;
    lot: string | null;
    collected_on: Day;
    collected_at: Instant | null;
    received_at: Generated<Instant>;
    read_by: string | null;
    source: 'logged' | 'imported';
    amends_id: string | null;
    amended_because: StoredAmendmentReason | null;
    amended_words: string | null;
    /** Null where nothing was said about watching. */
    observed: boolean | null;
    observed_by: string | null;
  };
  analyte_result: Owned & {
    screen_id: string;
    analyte: string;
    result: Result;
    expectation: Expectation;
    expected_because: JSONColumnType<ExpectationCause> | null;
    cutoff: number | null;
    value: number | null;
    unit: string | null;
  };
  screen_reading: Owned & {
    screen_id: string;
    client_id: string;
    rule_version: number;
    interpretable: boolean;
    as_expected: boolean;
    negative: boolean;
    unexpected: string[];
    not_detected: string[];
    specimen_not_valid: boolean;
    findings: JSONColumnType<Record<string, Finding>>;
  };
  /** A code that nobody knew, and which drug somebody said it is. */
  analyte_question: Owned & {
    code: string;
    since: Instant;
    analyte: string | null;
    answered_by: string | null;
    answered_at: Instant | null;
    version: Generated<number>;
  };
  /** A screen that has such a code, and what it is there once it is answered: what it was expected to show is fixed with the answer. */
  unknown_code: Owned & {
    screen_id: string;
    code: string;
    /** As it was printed on the cup or the report. */
    printed: string;
    analyte: string | null;
    expectation: Expectation | null;
    expected_because: JSONColumnType<ExpectationCause> | null;
  };
  reading_window: OfClient & {
    analyte: string;
    kind: 'carry-over' | 'non-target';
    basis: string;
    from_on: Day;
    to_on: Day;
    set_by: string;
  };
};
