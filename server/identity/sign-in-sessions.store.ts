import { sql } from 'kysely';
import { addHours, type Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { ends, sessionHours } from './sign-in-sessions.rows.ts';

const moment = (at: Instant) => sql<Instant>`${at}::timestamptz`;

/** A session that somebody just signed in to, counted by the server's clock from its first moment to its last. */
export async function beginSession(db: Database, token: string, at: Instant): Promise<void> {
  await db
    .updateTable('sign_in_session')
    .set({ createdAt: moment(at), used_at: moment(at), expiresAt: moment(addHours(at, sessionHours)) })
    .where('token', '=', token)
    .execute();
}

/** Somebody is at work. */
export async function noteUse(db: Database, sessionId: string, at: Instant): Promise<void> {
  await db
    .updateTable('sign_in_session')
    .set({ used_at: moment(at) })
    .where('id', '=', sessionId)
    .execute();
}

export async function lockSession(db: Database, sessionId: string, at: Instant): Promise<void> {
  await db
    .updateTable('sign_in_session')
    .set({ locked_at: moment(at) })
    .where('id', '=', sessionId)
    .execute();
}

/** The session goes on where it was locked. */
export async function unlockSession(db: Database, sessionId: string, at: Instant): Promise<void> {
  await db
    .updateTable('sign_in_session')
    .set({ locked_at: null, used_at: moment(at) })
    .where('id', '=', sessionId)
    .execute();
}

export async function deleteSession(db: Database, token: string): Promise<void> {
  await db.deleteFrom('sign_in_session').where('token', '=', token).execute();
}

/** Forgets every session that has ended: nobody can come in by it, and what it says of its person need not be kept. */
export async function deleteEndedSessions(db: Database, now: Instant): Promise<void> {
  await db.deleteFrom('sign_in_session').where(ends(), '<=', moment(now)).execute();
}
