import type { Contract } from '#contract/index.ts';
import { kept, sameMark } from '#domain/attendance-marks.ts';
import { rosterWords } from '#domain/attendance-marks-words.ts';
import { staffNames } from '../../facts/care-team.ts';
import { saidIn } from '../../facts/roster-rows.ts';
import { holdSession, markedSession, placesOf, rosterSession, type PlaceRow, type RosterSession } from '../../facts/rosters.ts';
import type { Context, Procedure } from '../../procedure.ts';
import { holdClients } from '../drug-screens/log-facts.ts';
import { keepEarlier } from './earlier.ts';
import { refuseImpossible, refuseOtherMakeUps, refuseUntimely, type Row } from './row-checks.ts';

/**
 * Stores a roster's marks in one transaction. A mark that can't be refuses all of them; a place that somebody else changed meanwhile is left
 * as they said it and answered by name, since the other people in the room were marked rightly all the same.
 */
export const record: Procedure<Contract['attendance']['record']> = async ({ sessionId, rows }, context) => {
  await rosterSession(context, sessionId);
  const clientIds = [...new Set(rows.map(({ clientId }) => clientId))];
  // People first and the session after them, as wherever both are held, so that nobody waits for each other.
  await holdClients(context, clientIds);
  const session = await holdSession(context, sessionId);
  refuseUntimely(rows, session, context);
  const found = await placesOf(context, sessionId).where('client.id', 'in', clientIds).execute();
  const places = new Map(found.map((place) => [place.client_id, place]));
  refuseImpossible(rows, session, places);
  await refuseOtherMakeUps(rows, session, places, context);

  const changed: PlaceRow[] = [];
  for (const row of rows) {
    const place = places.get(row.clientId);
    if (place === undefined || marksEqual(row, place, session)) continue;
    if (place.version === row.version) await storeMark(context, session, row, place);
    else changed.push(place);
  }
  await context.record.changed('attendance', clientIds);
  const saved = rows.length - changed.length;
  return { saved, message: rosterWords.saved(saved), changed: await changedPlaces(context, session, changed) };
};

function marksEqual(row: Row, place: PlaceRow, session: RosterSession): boolean {
  const standing = { status: place.status === 'booked' ? null : place.status, arrivedAt: place.arrived_at, leftAt: place.left_at };
  return (
    sameMark(kept(row, markedSession(session)), { ...standing, minutes: place.minutes }) &&
    row.telehealth === place.telehealth &&
    row.makesUp === place.makes_up &&
    row.note === place.note
  );
}

async function storeMark(context: Context, session: RosterSession, row: Row, place: PlaceRow): Promise<void> {
  const { db, actor, now } = context;
  const mark = kept(row, markedSession(session));
  if (place.status !== 'booked') await keepEarlier(context, session.id, place, 'corrected');
  await db
    .updateTable('attendance')
    .set((eb) => ({
      status: mark.status ?? 'booked',
      minutes: mark.minutes,
      arrived_at: mark.arrivedAt,
      left_at: mark.leftAt,
      telehealth: row.telehealth,
      // A make-up that was brought in doesn't name its session, and stays one.
      make_up: row.makesUp !== null || (place.makes_up === null && place.make_up),
      makes_up: row.makesUp,
      note: row.note,
      recorded_by: mark.status === null ? null : actor.staffId,
      changed_by: actor.staffId,
      changed_at: now,
      version: eb('version', '+', 1),
    }))
    .where('session_id', '=', session.id)
    .where('client_id', '=', row.clientId)
    .execute();
}

async function changedPlaces({ db }: Context, session: RosterSession, places: readonly PlaceRow[]) {
  const names = await staffNames(
    db,
    places.map((place) => place.changed_by),
  );
  return places.map((place) => {
    const by = names.get(place.changed_by ?? '') ?? null;
    return { clientId: place.client_id, ...saidIn(place, session), by, at: place.changed_at, message: rosterWords.changed(by) };
  });
}
