import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Database } from '#server/database/pool.ts';

/** A session ends so many hours after signing in, whatever is done in it (NIST SP 800-63B, AAL2). */
export const sessionHours = 12;

/** Where somebody is signed in, and who they are. */
export type SignInSession = {
  readonly id: string;
  readonly email: string;
  readonly usedAt: Instant;
  readonly locked: boolean;
  readonly actor: Actor;
};

/** The session of a token that has not ended at this moment, with its member of staff; null where there is none, or they left. */
export async function openSession(db: Database, token: string, now: Instant): Promise<SignInSession | null> {
  const row = await db
    .selectFrom('sign_in_session')
    .innerJoin('staff', 'staff.user_id', 'sign_in_session.userId')
    .innerJoin('sign_in_user', 'sign_in_user.id', 'sign_in_session.userId')
    .select(['sign_in_session.id', 'sign_in_session.used_at', 'sign_in_session.locked_at', 'sign_in_user.email'])
    .select(['staff.organization_id', 'staff.id as staff_id', 'staff.name', 'staff.role'])
    .where('sign_in_session.token', '=', token)
    .where('staff.ended_on', 'is', null)
    // Compared here and not by the library, whose dates and the driver's texts can't be compared.
    .where(ends(), '>', sql<Instant>`${now}::timestamptz`)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    email: row.email,
    usedAt: row.used_at,
    locked: row.locked_at !== null,
    actor: { organizationId: row.organization_id, staffId: row.staff_id, name: row.name, role: row.role },
  };
}

/** When a session ends: as was said when it began, and never later than its longest. */
export const ends = () =>
  sql<Instant>`least(sign_in_session."expiresAt", sign_in_session."createdAt" + make_interval(hours => ${sessionHours}))`;
