import type { Updateable } from 'kysely';
import type { Database, Tables } from '#server/database/pool.ts';
import { sessionsOfStaff } from './staff-sessions.guards.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** A session of the actor's programs, held until the change is done, where the version is the one that was seen. */
export async function sessionToEdit(sessionId: string, { db, actor, version }: Pick<Context, 'db' | 'actor' | 'version'>) {
  const session = await db
    .selectFrom('session')
    .selectAll()
    .where('session.id', '=', sessionId)
    .where(sessionsOfStaff(actor))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (session === undefined) throw new Refusal('session-unknown');
  if (session.version !== version) throw new Refusal('stale');
  return session;
}

type Session = Awaited<ReturnType<typeof sessionToEdit>>;

/** Refuses where attendance was taken: what somebody marked is history. */
export async function refuseTaken(db: Database, session: Session, fix: string): Promise<void> {
  const { marked } = await db
    .selectFrom('attendance')
    .select((eb) => eb.fn.countAll<number>().as('marked'))
    .where('session_id', '=', session.id)
    .where('status', '<>', 'booked')
    .executeTakeFirstOrThrow();
  if (marked > 0) throw new Refusal('wrong-state', `Attendance is marked for ${marked === 1 ? 'one person' : `${marked} people`}. ${fix}`);
}

/** Writes the change with the next version, and the event with everybody who is booked. */
export async function saved(
  { db, record }: Pick<Context, 'db' | 'record'>,
  session: Session,
  set: Updateable<Tables['session']>,
  warnings: readonly string[] = [],
) {
  const { version } = await db
    .updateTable('session')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', session.id)
    .returning('version')
    .executeTakeFirstOrThrow();
  const booked = await db.selectFrom('attendance').select('client_id').where('session_id', '=', session.id).execute();
  await record.changed(
    'sessions',
    booked.map(({ client_id }) => client_id),
  );
  return { version, warnings };
}
