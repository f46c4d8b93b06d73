import type { Generated } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Keyed } from './organizations.ts';

export type ScheduleTables = {
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
  group_place: Keyed & { client_id: string; group_id: string; from_on: Day; to_on: Day | null; weekdays: number[] | null };
  /** Days without sessions; for everybody where program and site are null. */
  closure: Keyed & {
    program_id: string | null;
    site_id: string | null;
    from_on: Day;
    to_on: Day;
    kind: 'holiday' | 'closure';
    label: string;
  };
};
