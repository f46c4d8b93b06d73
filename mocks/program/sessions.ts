import { addDays, daysFromTo, momentOf, weekdayOf, type Day, type Instant, type Zone } from '#domain/calendar.ts';
import type { Service } from '#domain/attendance.ts';
import { minutesAfter, type Frame } from './frame.ts';
import type { Group, ProgramFixture, Member, Program, Site } from './house.ts';
import { diceFor, idFor } from './random.ts';
import { meetingIdOf, substituteIn, writeMeetings } from './meetings.ts';
import type { Book } from './rows.ts';

export type Session = {
  readonly id: string;
  readonly on: Day;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** What a whole attendance counts: scheduled less the break. */
  readonly minutes: number;
  readonly service: Service;
  readonly group: Group | null;
  readonly cancelledBecause: string | null;
};

export type Diary = {
  /** The group's session of a day; null where it doesn't meet. */
  readonly sessionOf: (group: Group, on: Day) => Session | null;
  readonly add: (what: {
    key: string;
    on: Day;
    time: string;
    minutes: number;
    service: Service;
    title: string;
    leader: Member;
    program: Program;
    site: Site;
  }) => Session;
};

const closures = ['Snow closure', 'Group leader ill, no cover', 'Heating out at the site', 'Staff training day'] as const;

// The named stories meet in these, and are told hour by hour: their half year has no closure in it.
const hourByHour: readonly string[] = ['IOP-A', 'IOP-B', 'IOP-C'];
const mayClose = (group: Group, on: Day, { today }: Frame): boolean =>
  on < addDays(today, hourByHour.includes(group.name) ? -182 : -21);

/** Every group session from the program's first day to a week from today, written once and found by group and day. */
export function openDiary(book: Book, programFixture: ProgramFixture, from: Day, frame: Frame): Diary {
  writeMeetings(book, programFixture, from, frame);
  const held = new Map<string, Session>();
  const dice = diceFor(`${programFixture.key} closures`);
  for (const on of daysFromTo(from, addDays(frame.today, 7))) {
    for (const group of programFixture.groups.filter(({ weekdays }) => weekdays.includes(weekdayOf(on)))) {
      const cancelledBecause = dice.chance(0.025) && mayClose(group, on, frame) ? dice.pick(closures) : null;
      const session = {
        id: idFor(`${group.id} ${on}`),
        on,
        ...hoursOf(group, on, frame.zone),
        minutes: group.length - group.breakMinutes,
        service: 'group' as const,
        group,
        cancelledBecause,
      };
      held.set(`${group.id} ${on}`, session);
      const location = {
        program_id: group.program.id,
        site_id: group.site.id,
        group_id: group.id,
        leader_id: group.leader.id,
        outside_key: null,
      };
      book.write('session', {
        ...location,
        ...datesOf(session),
        title: `${group.name} group`,
        break_minutes: group.breakMinutes,
        cancelled_because: cancelledBecause,
        meeting_id: meetingIdOf(group, weekdayOf(on)),
        scheduled_on: on,
        telehealth: group.telehealth,
        substitute_id: substituteIn(group, on, frame)?.id ?? null,
      });
    }
  }
  return {
    sessionOf: (group, on) => held.get(`${group.id} ${on}`) ?? null,
    add: ({ key, on, time, minutes, service, title, leader, program, site }) => {
      const startsAt = momentOf(on, time, frame.zone);
      const session: Session = {
        id: idFor(`${programFixture.key} session ${key}`),
        on,
        startsAt,
        endsAt: minutesAfter(startsAt, minutes),
        minutes,
        service,
        group: null,
        cancelledBecause: null,
      };
      const location = { program_id: program.id, site_id: site.id, group_id: null, leader_id: leader.id, outside_key: null };
      const alone = { meeting_id: null, scheduled_on: null, telehealth: false, substitute_id: null };
      book.write('session', { ...location, ...alone, ...datesOf(session), title, break_minutes: 0, cancelled_because: null });
      return session;
    },
  };
}

function hoursOf(group: Group, on: Day, zone: Zone): Pick<Session, 'startsAt' | 'endsAt'> {
  const startsAt = momentOf(on, group.startsAt, zone);
  return { startsAt, endsAt: minutesAfter(startsAt, group.length) };
}

const datesOf = ({ id, service, on, startsAt, endsAt }: Session) => ({ id, service, session_on: on, starts_at: startsAt, ends_at: endsAt });
