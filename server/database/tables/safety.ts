import type { Generated, JSONColumnType } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { SafetySource, SourceFacts } from '#domain/safety/safety-clock.ts';
import type { OfClient, Owned } from './keys.ts';

export type SafetyTables = {
  safety_concern: OfClient & {
    opened_at: Instant;
    trigger: string;
    notified: string | null;
    notified_at: Instant | null;
    recorded_by: string | null;
    closed_at: Instant | null;
    source: SafetySource | null;
    /** What a person wrote who raised it. */
    source_summary: string | null;
    source_facts: JSONColumnType<SourceFacts> | null;
    screen_id: string | null;
    raised_by: string | null;
    closed_by: string | null;
    closed_summary: string | null;
  };
  safety_discharge: Owned & {
    episode_id: string;
    cause: string;
    narrative: string;
    signed_by: string;
    second_signer: string;
    at: Generated<Instant>;
  };
};
