import type { Generated } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Keyed, OfClient } from './keys.ts';

export type CoverageTables = {
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
};
