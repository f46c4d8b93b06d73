import { attendanceStatuses, services, statusesPresent, type Service } from '#domain/attendance/delivered-minutes.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Cells } from './cells.ts';
import { needed, optional, type Kind } from './kind.ts';

export const marks = ['booked', ...attendanceStatuses] as const;
type AttendanceMark = (typeof marks)[number];

type AttendanceRow = {
  readonly chartNumber: string;
  readonly mark: AttendanceMark;
  readonly minutes: number | null;
  readonly telehealth: boolean | null;
  readonly makeUp: boolean | null;
  readonly note: string | null;
};

export type SessionRow = {
  readonly key: string;
  readonly on: Day;
  /** The clinic's clock; null where the record has no times. */
  readonly times: { readonly from: string; readonly to: string } | null;
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
 * A client without a mark is booked and not marked: unknown, never absent. Without times a session's hours are unknown, but for the minutes given.
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
    optional('telehealth', 'yes or no. Empty is no'),
    optional('make_up', 'yes or no. Empty is no'),
    optional('note', 'For example why the client was excused'),
  ],
  answers: ['chart_number', 'attendance'],
  read: (cells, today) => {
    const session = sessionIn(cells);
    const attendance = attendanceIn(cells);
    if (session === null) return null;
    if (attendance !== null) check(cells, session, attendance, today);
    return { ...session, attendance };
  },
  keyOf: ({ key, attendance }) => `${key} ${attendance?.chartNumber ?? ''}`,
  sharedBy: (row) => ({ key: row.key, facts: JSON.stringify({ ...row, attendance: null }) }),
};

type Session = Omit<SessionRow, 'attendance'>;

function sessionIn(cells: Cells): Session | null {
  const key = cells.code('session_key');
  const on = cells.day('date');
  const from = cells.time('start');
  const to = cells.time('end');
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
  return { key, on, times, service, title, breakMinutes, ...others };
}

function attendanceIn(cells: Cells): AttendanceRow | null {
  const chartNumber = cells.code('chart_number', 40);
  const mark = cells.word('attendance', marks);
  const minutes = cells.whole('minutes', 0, 1_440);
  const note = cells.note('note', 500);
  const telehealth = cells.yes('telehealth');
  const makeUp = cells.yes('make_up');
  if (chartNumber !== null) return { chartNumber, mark: mark ?? 'booked', minutes, note, telehealth, makeUp };
  if (mark !== null || minutes !== null || note !== null) cells.wrong('chart_number', { code: 'attendance-without-client' });
  return null;
}

function check(cells: Cells, session: Session, { mark, minutes }: AttendanceRow, today: Day): void {
  const there = statusesPresent.some((one) => one === mark);
  if (minutes !== null && mark === 'booked') cells.wrong('minutes', { code: 'minutes-without-mark' });
  else if (minutes !== null && minutes > 0 && !there) cells.wrong('minutes', { code: 'minutes-of-absent' });
  const most = session.times === null ? null : lengthOf(session.times) - session.breakMinutes;
  if (minutes !== null && most !== null && minutes > most) cells.wrong('minutes', { code: 'minutes-too-long', most });
  if (session.on > today && (there || mark === 'absent')) cells.wrong('attendance', { code: 'marked-ahead' });
  if (session.cancelledBecause !== null && there) cells.wrong('attendance', { code: 'marked-cancelled' });
}

const minutesInto = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const lengthOf = ({ from, to }: NonNullable<SessionRow['times']>): number => minutesInto(to) - minutesInto(from);
