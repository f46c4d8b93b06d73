import type { Generated, GeneratedAlways } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Owned } from './keys.ts';

export type AttendanceTables = {
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
    /** The import that recorded it last; null where somebody recorded it here. */
    import_id: string | null;
  };
  /** What a booking in a session said before it was corrected, or before its booking was taken out. */
  attendance_change: Owned & {
    id: GeneratedAlways<number>;
    session_id: string;
    client_id: string;
    version: number;
    was: AttendanceTables['attendance']['status'];
    minutes: number | null;
    arrived_at: Instant | null;
    left_at: Instant | null;
    telehealth: boolean;
    make_up: boolean;
    makes_up: string | null;
    note: string | null;
    recorded_by: string | null;
    recorded_at: Instant | null;
    what: 'corrected' | 'removed';
    /** Null where a command of the server did it. */
    by: string | null;
    at: Instant;
    /** The import by which it was changed. */
    import_id: string | null;
    /** The import that had recorded what was there. */
    recorded_import_id: string | null;
  };
};
