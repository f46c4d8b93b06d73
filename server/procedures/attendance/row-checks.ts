import type { Contract } from '#contract/index.ts';
import type { FieldProblem } from '#contract/refusals.ts';
import { countedOf, markingProblem, markProblem, opensAt, type MarkedSession, type MarkProblem } from '#domain/attendance-marks.ts';
import { markProblemWords, rosterWords } from '#domain/attendance-marks-words.ts';
import { momentWords } from '#domain/calendar-words.ts';
import { missedFor } from '../../facts/missed-sessions.ts';
import { markedSession, type PlaceRow, type RosterSession } from '../../facts/rosters.ts';
import type { Context, Procedure } from '../../procedure.ts';
import { Refusal } from '../../refusal.ts';

export type Row = Parameters<Procedure<Contract['attendance']['record']>>[0]['rows'][number];
export type Places = ReadonlyMap<string, PlaceRow>;

const at = (place: number, field: string, message: string): FieldProblem => ({ field: `rows.${place}.${field}`, message });

/** Refuses marks that nobody can give now: of a session that was cancelled, or that hasn't begun. */
export function refuseUntimely(rows: readonly Row[], session: RosterSession, { now, zone, settings }: Context): void {
  const marked = markedSession(session);
  const told = { opens: momentWords(opensAt(marked, settings.markEarlyMinutes), zone) };
  const problems = rows.flatMap(({ status }, place) => {
    const problem = markingProblem(status, marked, now, settings.markEarlyMinutes);
    return problem === null ? [] : [{ problem, ...at(place, 'status', wordsFor(problem, marked, session, told.opens)) }];
  });
  if (problems.length === 0) return;
  throw new Refusal(
    'wrong-state',
    problems[0]?.message,
    problems.map(({ field, message }) => ({ field, message })),
  );
}

const wordsFor = (problem: MarkProblem, marked: MarkedSession, session: RosterSession, opens: string): string =>
  markProblemWords(problem, {
    opens,
    most: countedOf(marked),
    ...(session.cancelled_because === null ? {} : { because: session.cancelled_because }),
  });

/** Refuses rows that can't be as they say, each with its field and the fix. Nothing of the batch is stored then. */
export function refuseImpossible(rows: readonly Row[], session: RosterSession, places: Places): void {
  const marked = markedSession(session);
  const problems = rows.flatMap((row, place): FieldProblem[] => {
    if (!places.has(row.clientId)) return [at(place, 'clientId', rosterWords.notBooked)];
    if (rows.findIndex(({ clientId }) => clientId === row.clientId) < place) return [at(place, 'clientId', rosterWords.twice)];
    const found = markProblem(row, marked);
    return found === null ? [] : [at(place, found[0], wordsFor(found[1], marked, session, ''))];
  });
  if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems);
}

/** Refuses a make-up of a session that the client didn't miss, that is too long ago, or that another session stands for already. */
export async function refuseOtherMakeUps(rows: readonly Row[], session: RosterSession, places: Places, context: Context): Promise<void> {
  const asked = rows.flatMap(({ clientId, makesUp }, place) =>
    makesUp === null || places.get(clientId)?.makes_up === makesUp ? [] : [{ clientId, makesUp, place }],
  );
  if (asked.length === 0) return;
  const missed = await missedFor(
    context,
    session,
    asked.map(({ clientId }) => clientId),
  );
  const problems = asked
    .filter(({ clientId, makesUp }) => !(missed.get(clientId) ?? []).some(({ sessionId }) => sessionId === makesUp))
    .map(({ place }) => at(place, 'makesUp', rosterWords.notMissed));
  if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems);
}
