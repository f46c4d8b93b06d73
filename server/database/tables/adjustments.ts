import type { Generated } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Explanation } from '#domain/adjustments/explanations.ts';
import type { ClientView, ContactMethod, Naloxone, Outcome, SafetyToday, Trigger } from '#domain/adjustments/open.ts';
import type { Keyed, OfClient, Owned } from './keys.ts';

export type AdjustmentTables = {
  adjustment: Keyed & {
    client_id: string;
    number: number;
    trigger: Trigger;
    about: string | null;
    /** The one that needed more, where this was opened by its outcome. */
    follows_id: string | null;
    screen_id: string | null;
    analytes: string[];
    specimen_not_valid: Generated<boolean>;
    opened_at: Instant;
    talk_due_at: Instant;
    sign_due_at: Instant;
    checked: 'go-ahead' | 'send-to-lab' | null;
    talked_at: Instant | null;
    talked_by: Generated<string | null>;
    talk_method: string | null;
    own_words: string | null;
    own_words_exportable: Generated<boolean>;
    safety_today: SafetyToday | null;
    naloxone: Naloxone | null;
    explained_at: Instant | null;
    explained_because: Explanation | null;
    explanation: string | null;
    signed_at: Instant | null;
    signed_by: string | null;
    no_change_reason: string | null;
    client_view: ClientView | null;
    follow_up_on: Day | null;
    follow_up_by: string | null;
    /** The day on which results that attached brought the follow-up forward; what was signed stays. */
    follow_up_forward_on: Generated<Day | null>;
    better_looks_like: string | null;
    outcome: Outcome | null;
    outcome_at: Instant | null;
    outcome_note: string | null;
    amended_at: Instant | null;
    version: Generated<number>;
  };
  adjustment_change: Owned & { adjustment_id: string; position: number; line: string; what: string; from_on: Day; who: string };
  adjustment_result: Owned & {
    adjustment_id: string;
    screen_id: string;
    analyte: string;
    attached_at: Generated<Instant>;
    /** The signature of the adjustment answered nothing of it. */ after_signature: Generated<boolean>;
  };
  result_contact: OfClient & { adjustment_id: string; at: Instant; method: ContactMethod; note: string | null; recorded_by: string };
  result_correction: OfClient & {
    adjustment_id: string;
    at: Instant;
    analytes_before: string[];
    analytes_after: string[];
    shared_at: Instant | null;
    shared_note: string | null;
    shared_by: string | null;
  };
};
