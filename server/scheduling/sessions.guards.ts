import { sql } from 'kysely';
import { hoursProblems } from '#domain/scheduling/session-rules.ts';
import { hoursProblemMessage } from '#domain/scheduling/words.ts';
import type { Database } from '#server/database/pool.ts';
import { clientsBookedIn, markedIn } from '#server/attendance/bookings.rows.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { sessionsOfStaff } from './staff-sessions.ts';

/** One session, or the refusal that a foreign and an unknown id share. */
export async function sessionFor({ db, actor }: Pick<Context, 'db' | 'actor'>, sessionId: string) {
  const session = await db
    .selectFrom('session')
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'session.organization_id').onRef('care_group.id', '=', 'session.group_id'),
    )
    .select([
      'session.id',
      'session.title',
      'session.session_on',
      'session.starts_at',
      'session.ends_at',
      'session.times_known',
      'session.cancelled_because',
      'care_group.name as group_name',
    ])
    .where('session.id', '=', sessionId)
    .where(sessionsOfStaff(actor))
    .executeTakeFirst();
  return found(session, 'session-unknown');
}

export type FoundSession = Awaited<ReturnType<typeof sessionFor>>;

/** Locks a session of the actor's programs until the transaction ends. Bookings may be added meanwhile. */
export async function lockSession({ db, actor }: Pick<Context, 'db' | 'actor'>, sessionId: string) {
  return found(
    await db
      .selectFrom('session')
      .selectAll()
      .where('session.id', '=', sessionId)
      .where(sessionsOfStaff(actor))
      .forNoKeyUpdate()
      .executeTakeFirst(),
    'session-unknown',
  );
}

const inOrder = (db: Database, sessionIds: readonly string[]) =>
  db
    .selectFrom('session')
    .select('id')
    .where((eb) => eb('id', '=', sql<string>`any(${[...sessionIds]}::uuid[])`))
    .orderBy('id');

/** The same lock for sessions that were found otherwise, whoever leads them, in the order of their ids. */
export async function lockSessions(db: Database, sessionIds: readonly string[]): Promise<void> {
  await inOrder(db, sessionIds).forNoKeyUpdate().execute();
}

/**
 * Locks sessions that are about to be held, cancelled or moved, then whoever is booked in them. Nobody is booked into them meanwhile: a booking
 * that is being written is waited for, so that its client is among those whose care the change touches.
 */
export async function lockBookings(db: Database, sessionIds: readonly string[]): Promise<void> {
  await inOrder(db, sessionIds).forUpdate().execute();
  await lockAnyClients(db, await clientsBookedIn(db, sessionIds));
}

/** A session of the actor's programs, locked with whoever is booked in it until the change is done, where the version is the one that was seen. */
export async function sessionToEdit(sessionId: string, context: Pick<Context, 'db' | 'actor' | 'version'>) {
  const session = await lockSession(context, sessionId);
  refuseStale(session, context.version);
  await lockBookings(context.db, [sessionId]);
  return session;
}

/** Refuses clock times that can't be those of a session or a meeting, by field. */
export function refuseWrongHours(hours: Parameters<typeof hoursProblems>[0]): void {
  const problems = hoursProblems(hours);
  if (problems.length === 0) return;
  const fields = problems.map((problem) => ({ field: problem.field, message: hoursProblemMessage(problem) }));
  throw new Refusal('input-invalid', undefined, fields);
}

/** Refuses where attendance was taken: what somebody marked is history. */
export async function refuseMarked(db: Database, sessionId: string, fix: string): Promise<void> {
  const marked = await markedIn(db, sessionId);
  if (marked > 0) throw new Refusal('wrong-state', `Attendance is marked for ${marked === 1 ? 'one person' : `${marked} people`}. ${fix}`);
}
