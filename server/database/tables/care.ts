import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { ClientView, Naloxone, Outcome, SafetyToday, Trigger } from '#domain/adjustments/open.ts';
import type { CollectionOutcome, Expectation, Finding, Result, SpecimenType, Validity } from '#domain/drug-screens/interpret.ts';
import type { Keyed, Owned } from './organizations.ts';

export type CareTables = {
  session: Keyed & {
    program_id: string;
    site_id: string | null;
    group_id: string | null;
    leader_id: string | null;
    outside_key: string | null;
    service: string;
    title: string;
    session_on: Day;
    starts_at: Instant;
    ends_at: Instant;
    /** False where a record was brought in that has no times: start and end are then the day's. */
    times_known: Generated<boolean>;
    break_minutes: Generated<number>;
    cancelled_because: string | null;
    /** The recurring session that this is one of, and the day which that one means. */
    meeting_id: string | null;
    scheduled_on: Day | null;
    telehealth: Generated<boolean>;
    substitute_id: string | null;
    collects_screens: Generated<boolean>;
    /** The closure that cancelled it. Null where it is held, or was cancelled by itself. */
    closure_id: string | null;
    /** Changed by hand for this one day: a later change of the meeting leaves it as it is. */
    kept: Generated<boolean>;
    version: Generated<number>;
  };
  attendance: Owned & {
    session_id: string;
    client_id: string;
    session_on: Day;
    status: 'booked' | 'present' | 'late' | 'left-early' | 'absent' | 'excused';
    minutes: number | null;
    telehealth: Generated<boolean>;
    make_up: Generated<boolean>;
    /** The missed session that a make-up stands for, where it is known. */
    makes_up: string | null;
    note: string | null;
    recorded_by: string | null;
    version: Generated<number>;
    arrived_at: Instant | null;
    left_at: Instant | null;
    changed_at: Instant | null;
    changed_by: string | null;
  };
  panel: Keyed & {
    name: string;
    specimen: SpecimenType;
    analytes: string[];
    read_from_minutes: Generated<number>;
    read_until_minutes: Generated<number>;
  };
  panel_lot: Owned & { panel_id: string; lot: string; expires_on: Day };
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
    amended_because: string | null;
    /** Null where nothing was said about watching. */
    observed: boolean | null;
    observed_by: string | null;
  };
  analyte_result: Owned & {
    screen_id: string;
    analyte: string;
    result: Result;
    expectation: Expectation;
    expected_because: string | null;
    cutoff: number | null;
    value: number | null;
    unit: string | null;
  };
  screen_batch: Keyed & { session_id: string; cups_counted: number; signed_by: string; signed_at: Generated<Instant> };
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
  adjustment: Keyed & {
    client_id: string;
    number: number;
    trigger: Trigger;
    about: string | null;
    screen_id: string | null;
    analytes: string[];
    specimen_not_valid: Generated<boolean>;
    opened_at: Instant;
    talk_due_at: Instant;
    sign_due_at: Instant;
    checked: 'go-ahead' | 'send-to-lab' | null;
    talked_at: Instant | null;
    talk_method: string | null;
    own_words: string | null;
    own_words_exportable: Generated<boolean>;
    safety_today: SafetyToday | null;
    naloxone: Naloxone | null;
    explained_at: Instant | null;
    explanation: string | null;
    signed_at: Instant | null;
    signed_by: string | null;
    no_change_reason: string | null;
    client_view: ClientView | null;
    follow_up_on: Day | null;
    follow_up_by: string | null;
    better_looks_like: string | null;
    outcome: Outcome | null;
    outcome_at: Instant | null;
    outcome_note: string | null;
    amended_at: Instant | null;
    version: Generated<number>;
  };
  adjustment_change: Owned & { adjustment_id: string; position: number; line: string; what: string; from_on: Day; who: string };
  adjustment_result: Owned & { adjustment_id: string; screen_id: string; analyte: string; attached_at: Generated<Instant> };
  safety_ending: Owned & {
    episode_id: string;
    cause: string;
    narrative: string;
    signed_by: string;
    second_signer: string;
    at: Generated<Instant>;
  };
};
