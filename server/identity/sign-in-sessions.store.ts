import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

const moment = (at: Instant) => sql<Instant>`${at}::timestamptz`;

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
