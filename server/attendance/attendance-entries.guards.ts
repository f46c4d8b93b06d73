import type { Contract } from '#contract/index.ts';
import type { FieldProblem } from '#contract/refusals.ts';
import { countedOf, markingProblem, markProblem, opensAt, type MarkedSession, type MarkProblem } from '#domain/attendance/marks.ts';
import { markProblemWords, rosterWords } from '#domain/attendance/marks-words.ts';
import { momentWords } from '#domain/calendar/words.ts';
import { missedFor } from './missed-sessions.rows.ts';
import { markedSession } from './roster-row.ts';
import type { BookingRow, RosterSession } from './roster.rows.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

export type Row = Parameters<Procedure<Contract['attendance']['record']>>[0]['rows'][number];
export type Bookings = ReadonlyMap<string, BookingRow>;

const at = (index: number, field: string, message: string): FieldProblem => ({ field: `rows.${index}.${field}`, message });

/** Refuses marks that nobody can give now: of a session that was cancelled, or that hasn't begun. */
export function refuseUntimely(rows: readonly Row[], session: RosterSession, { now, zone, settings }: Context): void {
  const marked = markedSession(session);
  const details = { opens: momentWords(opensAt(marked, settings.markEarlyMinutes), zone) };
  const problems = rows.flatMap(({ status }, index) => {
    const problem = markingProblem(status, marked, now, settings.markEarlyMinutes);
    return problem === null ? [] : [{ problem, ...at(index, 'status', wordsFor(problem, marked, session, details.opens)) }];
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
export function refuseImpossible(rows: readonly Row[], session: RosterSession, bookings: Bookings): void {
  const marked = markedSession(session);
  const problems = rows.flatMap((row, index): FieldProblem[] => {
    if (!bookings.has(row.clientId)) return [at(index, 'clientId', rosterWords.notBooked)];
    if (rows.findIndex(({ clientId }) => clientId === row.clientId) < index) return [at(index, 'clientId', rosterWords.twice)];
    const found = markProblem(row, marked);
    return found === null ? [] : [at(index, found[0], wordsFor(found[1], marked, session, ''))];
  });
  if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems);
}

/** Refuses a make-up of a session that the client didn't miss, that is too long ago, or that another session makes up for already. */
export async function refuseOtherMakeUps(
  rows: readonly Row[],
  session: RosterSession,
  bookings: Bookings,
  context: Context,
): Promise<void> {
  const requested = rows.flatMap(({ clientId, makesUp }, index) =>
    makesUp === null || bookings.get(clientId)?.makes_up === makesUp ? [] : [{ clientId, makesUp, index }],
  );
  if (requested.length === 0) return;
  const missed = await missedFor(
    context,
    session,
    requested.map(({ clientId }) => clientId),
  );
  const problems = requested
    .filter(({ clientId, makesUp }) => !(missed.get(clientId) ?? []).some(({ sessionId }) => sessionId === makesUp))
    .map(({ index: booking }) => at(booking, 'makesUp', rosterWords.notMissed));
  if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems);
}
