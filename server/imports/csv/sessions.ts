import { attendanceStatuses, services, statusesPresent, type Service } from '#domain/attendance/delivered-minutes.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { minutesFromTo, timeAfter } from '#domain/imports/times.ts';
import type { Cells } from './cells.ts';
import { needed, optional, type Kind } from './kind.ts';

export const marks = ['booked', ...attendanceStatuses] as const;
type AttendanceMark = (typeof marks)[number];

type AttendanceRow = {
  readonly chartNumber: string;
  readonly mark: AttendanceMark;
  readonly minutes: number | null;
  /** The person's own times, on the clinic's clock. */
  readonly cameAt: string | null;
  readonly leftAt: string | null;
  readonly telehealth: boolean | null;
  readonly makeUp: boolean | null;
  readonly note: string | null;
};

export type SessionRow = {
  readonly key: string;
  readonly on: Day;
  /** The clinic's clock; null where the record has no times. */
  readonly times: { readonly from: string; readonly to: string } | null;
  /** How long it was, where that is known and its times aren't. */
  readonly lengthMinutes: number | null;
  /** The session here that it is: its key or id, or 'another' for none. */
  readonly sameAs: string | null;
  readonly service: Service;
  readonly title: string;
  readonly program: string | null;
  readonly group: string | null;
  readonly leader: string | null;
  readonly breakMinutes: number;
  readonly cancelledBecause: string | null;
  readonly attendance: AttendanceRow | null;
};

/**
 * Sessions with attendance: one row a client in a session, the session's own columns repeated; a row without a client is a session with nobody booked.
 * A client without a mark is booked and not marked: unknown, never absent; one with a time of their own was there. Without times a session's hours are
 * unknown, but for the minutes given. Minutes and times that are each person's own are never the session's, nor the other way round.
 * Refuses minutes longer than the session, and marks ahead of the day.
 */
export const sessions: Kind<SessionRow> = {
  id: 'sessions',
  name: 'sessions',
  sign: 'session_key',
  columns: [
    needed('session_key', "The other system's key of the session. It tells sessions apart"),
    needed('date', 'Day of the session'),
    optional('start', "Time it starts, 24 hours, the clinic's clock. Empty with end where the times are not known"),
    optional('end', 'Time it ends, the same day'),
    optional('session_minutes', 'Minutes that the session lasted, where its times are not known'),
    needed('service', services.join(', ')),
    needed('title', 'What the session is called'),
    optional('program', "The program's name in Cairn. Needed where there is more than one"),
    optional('group', "The group's name in Cairn"),
    optional('leader', 'Name in Cairn of who leads it'),
    optional('break_minutes', 'Minutes of scheduled breaks. Empty is 0'),
    optional('cancelled_because', 'Why the program cancelled it. Empty where it took place'),
    optional('chart_number', "The client's chart number"),
    optional('attendance', `${marks.join(', ')}. Empty is booked: nobody has marked it`),
    optional('minutes', 'Minutes present, where they are known. 0 says that nothing was delivered'),
    optional('time_in', 'Time at which this person came, 24 hours, as on a sign-in sheet'),
    optional('time_out', 'Time at which this person left'),
    optional('telehealth', 'yes or no. Empty is no'),
    optional('make_up', 'yes or no. Empty is no'),
    optional('note', 'For example why the client was excused'),
    optional('same_as', 'The session in Cairn that it is, by its key, where it might be one; another where it is none'),
  ],
  answers: ['chart_number', 'attendance'],
  read: (cells, today) => {
    const session = sessionIn(cells);
    const attendance = attendanceIn(cells, session);
    if (session === null) return null;
    if (attendance !== null) check(cells, session, attendance, today);
    return { ...session, attendance };
  },
  keyOf: ({ key, attendance }) => `${key} ${attendance?.chartNumber ?? ''}`,
  sharedBy: (row) => ({ key: row.key, facts: JSON.stringify({ ...row, attendance: null, sameAs: null }) }),
};

type Session = Omit<SessionRow, 'attendance'>;

function sessionIn(cells: Cells): Session | null {
  const key = cells.code('session_key');
  const on = cells.day('date');
  const from = cells.time('start');
  const lengthMinutes = cells.whole('session_minutes', 1, 1_440);
  const to = cells.time('end') ?? (from === null || lengthMinutes === null ? null : timeAfter(from, lengthMinutes));
  const sameAs = cells.text('same_as', 80);
  const service = cells.word('service', services);
  const title = cells.text('title');
  const breakMinutes = cells.whole('break_minutes', 0, 720) ?? 0;
  const others = {
    program: cells.text('program'),
    group: cells.text('group'),
    leader: cells.text('leader'),
    cancelledBecause: cells.note('cancelled_because'),
  };
  const times = from === null || to === null ? null : { from, to };
  if (times === null && from !== to) cells.wrong(from === null ? 'start' : 'end', { code: 'only-one-time' });
  else if (times === null && breakMinutes > 0) cells.wrong('break_minutes', { code: 'break-without-times' });
  else if (times !== null && times.to <= times.from) cells.wrong('end', { code: 'ends-before-start' });
  else if (times !== null && breakMinutes > 0 && breakMinutes >= lengthOf(times)) cells.wrong('break_minutes', { code: 'break-too-long' });
  if (key === null || on === null || service === null || title === null) return null;
  return { key, on, times, lengthMinutes, sameAs, service, title, breakMinutes, ...others };
}

function attendanceIn(cells: Cells, session: Session | null): AttendanceRow | null {
  const chartNumber = cells.code('chart_number', 40);
  const cameAt = cells.time('time_in');
  const leftAt = cells.time('time_out');
  const mark = cells.word('attendance', marks) ?? (cameAt === null && leftAt === null ? null : 'present');
  const own = cells.whole('minutes', 0, 1_440);
  const whole = session?.times === null && cameAt === null && mark === 'present' ? session.lengthMinutes : null;
  const minutes = own ?? whole;
  const note = cells.note('note', 500);
  const telehealth = cells.yes('telehealth');
  const makeUp = cells.yes('make_up');
  if (cameAt !== null && leftAt !== null && leftAt <= cameAt) cells.wrong('time_out', { code: 'left-before-came' });
  if (chartNumber !== null) return { chartNumber, mark: mark ?? 'booked', minutes, cameAt, leftAt, note, telehealth, makeUp };
  if (mark !== null || own !== null || note !== null) cells.wrong('chart_number', { code: 'attendance-without-client' });
  return null;
}

function check(cells: Cells, session: Session, { mark, minutes, cameAt, leftAt }: AttendanceRow, today: Day): void {
  const there = statusesPresent.some((one) => one === mark);
  if ((cameAt ?? leftAt) !== null && !there) cells.wrong(cameAt === null ? 'time_out' : 'time_in', { code: 'times-of-absent' });
  if (minutes !== null && mark === 'booked') cells.wrong('minutes', { code: 'minutes-without-mark' });
  else if (minutes !== null && minutes > 0 && !there) cells.wrong('minutes', { code: 'minutes-of-absent' });
  const most = session.times === null ? null : lengthOf(session.times) - session.breakMinutes;
  if (minutes !== null && most !== null && minutes > most) cells.wrong('minutes', { code: 'minutes-too-long', most });
  if (session.on > today && (there || mark === 'absent')) cells.wrong('attendance', { code: 'marked-ahead' });
  if (session.cancelledBecause !== null && there) cells.wrong('attendance', { code: 'marked-cancelled' });
}

const lengthOf = ({ from, to }: NonNullable<SessionRow['times']>): number => minutesFromTo(from, to);
