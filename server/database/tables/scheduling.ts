import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { MeetingTime } from '#domain/scheduling/meetings.ts';
import type { Keyed } from './keys.ts';

export type SchedulingTables = {
  care_group: Keyed & {
    program_id: string;
    site_id: string;
    name: string;
    /** On which weekdays and at what times it meets, as of the day when that last changed. */
    meets: JSONColumnType<readonly MeetingTime[], string | undefined, string>;
    weekdays: number[];
    capacity: number | null;
    ended_on: Day | null;
    version: Generated<number>;
  };
  /** A recurring session of a group. Times are those of the organization's clock, '18:00:00'. */
  meeting: Keyed & {
    group_id: string;
    /** 1 Monday to 7 Sunday. */
    weekday: number;
    starts_at: string;
    ends_at: string;
    service: string;
    title: string;
    telehealth: Generated<boolean>;
    leader_id: string | null;
    break_minutes: Generated<number>;
    collects_screens: Generated<boolean>;
    from_on: Day;
    /** The last day; the day before `from_on` where it never met. */
    to_on: Day | null;
  };
  /** The roster: who belongs to a group, until when, and on which of its weekdays; null is all of them. */
  group_enrollment: Keyed & { client_id: string; group_id: string; from_on: Day; to_on: Day | null; weekdays: number[] | null };
  /** Days without sessions; for everybody where program and site are null. */
  closure: Keyed & {
    program_id: string | null;
    site_id: string | null;
    from_on: Day;
    to_on: Day;
    kind: 'holiday' | 'closure';
    label: string;
  };
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
};
