import type { GeneratedAlways } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { CareTables } from './care.ts';
import type { Owned } from './organizations.ts';

export type RosterTables = {
  /** What a place in a session said before it was corrected, or before its booking was taken out. */
  attendance_change: Owned & {
    id: GeneratedAlways<number>;
    session_id: string;
    client_id: string;
    version: number;
    was: CareTables['attendance']['status'];
    minutes: number | null;
    arrived_at: Instant | null;
    left_at: Instant | null;
    telehealth: boolean;
    make_up: boolean;
    makes_up: string | null;
    note: string | null;
    said_by: string | null;
    said_at: Instant | null;
    what: 'corrected' | 'removed';
    by: string;
    at: Instant;
  };
};
