import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Reinterpretation } from '#domain/medications/reinterpretation.ts';
import type { VerifiedHow } from '#domain/medications/verification.ts';
import type { ExpectationRule } from '#domain/medications/expectation.ts';
import type { Keyed, OfClient, Owned } from './keys.ts';

/** A medication as it stood before an edit. */
export type StoredMedication = {
  readonly name: string;
  readonly dose: string | null;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly prescriber: string | null;
};

export type MedicationTables = {
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
    /** How somebody came to know that it is taken; null where it was only reported. */
    verified_how: Generated<VerifiedHow | null>;
    /** Null where the program's own record brought it in. */
    verified_by: Generated<string | null>;
    verified_at: Generated<Instant | null>;
    verified_until: Generated<Day | null>;
    version: Generated<number>;
  };
  medication_edit: OfClient & {
    medication_id: string;
    step: 'added' | 'dose' | 'stopped' | 'corrected' | 'withdrawn' | 'verified';
    was: JSONColumnType<StoredMedication> | null;
    because: string | null;
    by: string;
    at: Generated<Instant>;
    /** The import by which it was edited. */
    import_id: Generated<string | null>;
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
  expectation_edit: Owned & {
    version: number;
    medication: string;
    was: JSONColumnType<ExpectationRule[]>;
    became: JSONColumnType<ExpectationRule[]>;
    because: string | null;
    by: string;
    at: Generated<Instant>;
  };
  reinterpretation: OfClient & {
    screen_id: string;
    medication_id: string;
    analytes: JSONColumnType<Reinterpretation[]>;
    offered_at: Instant;
    /** Null where an import of medications offered it. */
    offered_by: string | null;
  };
  reinterpretation_answer: Owned & {
    review_id: string;
    client_id: string;
    answer: 'keep' | 'read-again' | 'overtaken';
    because: string | null;
    amended_by: string | null;
    /** Null where an import overtook it. */
    by: string | null;
    at: Instant;
  };
};
