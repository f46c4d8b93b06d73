import type { Change } from '#domain/imports/imports.ts';
import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '#server/database/pool.ts';
import type { SessionRow } from '../csv/sessions.ts';
import type { ImportContext } from '../import-context.rows.ts';
import { changesTo } from './verdict.ts';

export type Attendance = Insertable<Tables['attendance']>;
export type StoredAttendance = Selectable<Tables['attendance']>;

/** A row's attendance as it is stored. Nobody is named as having recorded it: the import is written down elsewhere. */
export function attendanceOf(
  importContext: ImportContext,
  { on, attendance }: SessionRow,
  sessionId: string,
  clientId: string,
): Attendance {
  const {
    mark: status,
    minutes,
    telehealth,
    makeUp,
    note,
  } = attendance ?? { mark: 'booked', minutes: null, telehealth: null, makeUp: null, note: null };
  return {
    organization_id: importContext.organizationId,
    session_id: sessionId,
    client_id: clientId,
    session_on: on,
    status,
    minutes,
    telehealth: telehealth ?? false,
    make_up: makeUp ?? false,
    note,
    recorded_by: null,
  };
}

/**
 * How a row marks somebody otherwise. A row that only books says nothing about who came. A mark that a person made here is theirs: it is changed
 * where somebody asks for it and not by itself.
 */
export function attendanceChanges(given: Attendance, stored: StoredAttendance): readonly Change[] {
  const compared = {
    table: 'attendance' as const,
    id: stored.session_id,
    clientId: stored.client_id,
    setByHand: stored.recorded_by !== null,
  };
  const unmarked = given.status === 'booked';
  const marked = { status: unmarked ? null : given.status, minutes: given.minutes ?? null, note: given.note ?? null };
  const flags = { telehealth: given.telehealth === true ? true : null, make_up: given.make_up === true ? true : null };
  const columns = { status: 'attendance', minutes: 'minutes', telehealth: 'telehealth', make_up: 'make_up', note: 'note' };
  const changes = changesTo({ ...marked, ...flags }, stored, { ...compared, columns });
  // Minutes of somebody who turns out not to have been there would go on counting.
  const leftOver = changes.some(({ field }) => field === 'status') && marked.minutes === null && stored.minutes !== null;
  if (!leftOver) return changes;
  const cleared = { field: 'minutes', column: 'minutes', from: stored.minutes, to: null };
  return [...changes, { ...compared, ...cleared }];
}
