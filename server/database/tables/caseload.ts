import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { OfClient } from './keys.ts';

export type CaseloadTables = {
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
};
