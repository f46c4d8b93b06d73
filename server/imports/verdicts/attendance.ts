import { countedOf, minutesCounted } from '#domain/attendance/marks.ts';
import { breakIn } from '#domain/attendance/times-present.ts';
import { momentOf } from '#domain/calendar/calendar.ts';
import type { Change } from '#domain/imports/imports.ts';
import { minutesFromTo } from '#domain/imports/times.ts';
import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '#server/database/pool.ts';
import type { SessionRow } from '../csv/sessions.ts';
import type { ImportContext } from '../import-context.rows.ts';
import { changesTo } from './verdict.ts';

export type Attendance = Insertable<Tables['attendance']>;
export type StoredAttendance = Selectable<Tables['attendance']>;

/** The session that attendance is about, as it is here or comes into being. */
export type HeldSession = Pick<Selectable<Tables['session']>, 'id' | 'starts_at' | 'ends_at' | 'times_known'> & {
  readonly break_minutes?: number | undefined;
};

const hoursOf = ({ starts_at, ends_at, times_known, break_minutes = 0 }: HeldSession) => ({
  startsAt: starts_at,
  endsAt: ends_at,
  breaks: breakIn({ startsAt: starts_at, endsAt: ends_at }, break_minutes),
  timesKnown: times_known,
});

/** Minutes that a whole attendance of a session counts; null where its times aren't known. */
export const wholeMinutes = (session: HeldSession): number | null => (session.times_known ? countedOf(hoursOf(session)) : null);

/** Minutes that a row says somebody was there: as it gives them, or as their own times make them inside the session's hours. */
function minutesOf({ zone }: ImportContext, { on, attendance }: SessionRow, session: HeldSession): number | null {
  const { minutes = null, mark, cameAt = null, leftAt = null } = attendance ?? {};
  if (minutes !== null || mark === undefined || mark === 'booked' || (cameAt ?? leftAt) === null) return minutes;
  if (!session.times_known) return cameAt === null || leftAt === null ? null : minutesFromTo(cameAt, leftAt);
  const moment = (time: string | null) => (time === null ? null : momentOf(on, time, zone));
  return minutesCounted({ status: mark, arrivedAt: moment(cameAt), leftAt: moment(leftAt), minutes: null }, hoursOf(session));
}

/** A row's attendance as it is stored. The file has recorded it, and no member of staff. */
export function attendanceOf(importContext: ImportContext, facts: SessionRow, session: HeldSession, clientId: string): Attendance {
  const { mark: status, telehealth, makeUp, note } = facts.attendance ?? { mark: 'booked', telehealth: null, makeUp: null, note: null };
  return {
    organization_id: importContext.organizationId,
    session_id: session.id,
    client_id: clientId,
    session_on: facts.on,
    status,
    minutes: minutesOf(importContext, facts, session),
    telehealth: telehealth ?? false,
    make_up: makeUp ?? false,
    note,
    recorded_by: null,
    import_id: facts.attendance === null || status === 'booked' ? null : importContext.importId,
  };
}

/**
 * How a row marks somebody otherwise. A row that only books says nothing about who came. A mark that a person made here is theirs: it is changed
 * where somebody asks for it and not by itself. Minutes that are those which the mark counts here by itself say nothing new.
 */
export function attendanceChanges(given: Attendance, stored: StoredAttendance, session: HeldSession): readonly Change[] {
  const compared = {
    table: 'attendance' as const,
    id: stored.session_id,
    clientId: stored.client_id,
    setByHand: stored.recorded_by !== null,
  };
  const unmarked = given.status === 'booked';
  const counted = stored.status === given.status && stored.status !== 'booked' ? countedHere(stored, session) : null;
  const minutes = stored.minutes === null && given.minutes === counted ? null : (given.minutes ?? null);
  const marked = { status: unmarked ? null : given.status, minutes, note: given.note ?? null };
  const flags = { telehealth: given.telehealth === true ? true : null, make_up: given.make_up === true ? true : null };
  const columns = { status: 'attendance', minutes: 'minutes', telehealth: 'telehealth', make_up: 'make_up', note: 'note' };
  const changes = changesTo({ ...marked, ...flags }, stored, { ...compared, columns });
  // Minutes of somebody who turns out not to have been there would go on counting.
  const leftOver = changes.some(({ field }) => field === 'status') && marked.minutes === null && stored.minutes !== null;
  if (!leftOver) return changes;
  const cleared = { field: 'minutes', column: 'minutes', from: stored.minutes, to: null };
  return [...changes, { ...compared, ...cleared }];
}

function countedHere({ status, arrived_at, left_at, minutes }: StoredAttendance, session: HeldSession): number | null {
  if (status === 'booked' || !session.times_known) return null;
  return minutesCounted({ status, arrivedAt: arrived_at, leftAt: left_at, minutes }, hoursOf(session));
}
