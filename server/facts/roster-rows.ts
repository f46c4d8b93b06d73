import { onLeave } from '#domain/attendance-contact.ts';
import { missedBefore } from '#domain/attendance-missed.ts';
import { minutesCounted, type Mark } from '#domain/attendance-marks.ts';
import { dayAt, type Instant } from '#domain/calendar.ts';
import type { Context } from '../procedure.ts';
import { sessionsOf } from './attendance.ts';
import { leavesOf } from './care-records.ts';
import { staffNames } from './care-team.ts';
import { namesOf } from './made-up-sessions.ts';
import { missedFor } from './missed-sessions.ts';
import { correctionsOf, markedSession, type PlaceRow, type RosterSession } from './rosters.ts';

type Written = Pick<PlaceRow, 'status' | 'minutes' | 'arrived_at' | 'left_at'>;

/** What a stored place says, with the minutes that it counts. */
export function saidIn({ status, minutes, arrived_at, left_at }: Written, session: RosterSession): Mark {
  const mark = { status: status === 'booked' ? null : status, arrivedAt: arrived_at, leftAt: left_at, minutes };
  return { ...mark, minutes: minutesCounted(mark, markedSession(session)) };
}

/** Two identifiers; the name is shortened as on the other lists that lie open in a group room. */
export const identityIn = (
  row: Pick<PlaceRow, 'client_id' | 'last_name' | 'preferred_name' | 'first_name' | 'born_on' | 'chart_number'>,
) => ({
  clientId: row.client_id,
  name: `${row.last_name}, ${(row.preferred_name ?? row.first_name).slice(0, 1)}.`,
  bornOn: row.born_on,
  chartNumber: row.chart_number,
});

type Correction = Awaited<ReturnType<typeof correctionsOf>>[number];

/** Each place with what marking it needs to know: leave, the session missed before, what could be made up, and what was said earlier. */
export async function rosterRows(context: Context, session: RosterSession, places: readonly PlaceRow[]) {
  const { db, actor, now, zone } = context;
  const ids = places.map((place) => place.client_id);
  if (ids.length === 0) return [];
  const sessions = await sessionsOf(db, ids);
  const leaves = await leavesOf(db, ids);
  const missed = await missedFor(context, session, ids);
  const madeUp = await namesOf(
    db,
    places.map((place) => place.makes_up),
  );
  const corrections = await correctionsOf(context, session.id, ids);
  const names = await staffNames(db, [...places.map((place) => place.recorded_by), ...corrections.flatMap((row) => [row.said_by, row.by])]);
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const earlierOf = (row: Correction) => ({
    ...saidIn({ ...row, status: row.was }, session),
    by: nameOf(row.said_by),
    at: row.said_at,
    correctedBy: nameOf(row.by) ?? '',
  });

  return places.map((place) => {
    const id = place.client_id;
    const away = leaves.get(id) ?? [];
    const before = missedBefore(sessions.get(id) ?? [], session.id, away, now, zone);
    return {
      ...identityIn(place),
      ...saidIn(place, session),
      version: place.version,
      telehealth: place.telehealth,
      makeUp: place.make_up,
      makesUp: madeUp.get(place.makes_up ?? '') ?? null,
      note: place.note,
      said: saidBy(place, nameOf(place.recorded_by), actor.staffId),
      onLeave: onLeave(session.session_on, away),
      missedOn: before === null ? null : dayAt(before.startsAt, zone),
      missed: missed.get(id) ?? [],
      earlier: corrections.filter((row) => row.client_id === id).map(earlierOf),
    };
  });
}

function saidBy(place: PlaceRow, by: string | null, asking: string): { by: string; byYou: boolean; at: Instant | null } | null {
  if (by === null || place.status === 'booked') return null;
  return { by, byYou: place.recorded_by === asking, at: place.changed_at };
}
