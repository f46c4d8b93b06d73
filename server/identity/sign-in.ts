import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { instantOf, type Instant } from '#domain/calendar/calendar.ts';
import type { Clock } from '#server/clock.ts';
import type { Database } from '#server/database/pool.ts';
import type { Authentication, Visitor } from '#server/http/authentication.ts';
import type { Actor } from '#server/access/actor.ts';
import { peerHeader, peerOf, signInRateLimit } from '#server/http/rate-limit.ts';
import { Refusal } from '#server/http/refusal.ts';
import { deleteSession, lockSession, noteUse, unlockSession } from './sign-in-sessions.store.ts';

type Options = {
  readonly db: Database;
  readonly secret: string;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly idleMinutes: number;
};

// OWASP's floor for argon2id is 19 MiB and two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const twelveHours = 43_200;

/** E-mail, password and sessions by better-auth, in tables that the app role can't read. */
export function auth({ db, secret, baseUrl }: Options) {
  return betterAuth({
    database: { db, type: 'postgres' },
    secret,
    baseURL: baseUrl,
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      password: { hash: (password) => hash(password, cost), verify: ({ hash: kept, password }) => verify(kept, password) },
    },
    user: { modelName: 'sign_in_user' },
    account: { modelName: 'sign_in_account' },
    verification: { modelName: 'sign_in_verification' },
    session: { modelName: 'sign_in_session', expiresIn: twelveHours, disableSessionRefresh: true },
    rateLimit: signInRateLimit,
    advanced: { cookiePrefix: 'cairn', ipAddress: { ipAddressHeaders: [peerHeader] } },
    logger: { disabled: true },
  });
}

/** Signing in by better-auth. A session idle for too long is locked, on the server too. */
export function authenticationFor(options: Options): Authentication {
  const { db, baseUrl, clock, idleMinutes } = options;
  const library = auth(options);

  const sessionOf = async (request: Request) => (await library.api.getSession({ headers: request.headers }))?.session ?? null;

  const authenticate = async (request: Request, quiet: boolean): Promise<Visitor> => {
    const session = await sessionOf(request);
    if (session === null) return { kind: 'nobody' };
    const found = await staffOf(db, session.userId, session.id);
    const now = clock();
    if (found === null || (found.expiresAt !== null && found.expiresAt <= instantOf(now))) return { kind: 'nobody' };
    const idle = now.getTime() - Date.parse(found.usedAt);
    if (found.locked || idle > idleMinutes * 60_000) return { kind: 'locked', actor: found.actor };
    if (!quiet && idle > 30_000) await noteUse(db, session.id, instantOf(clock()));
    return { kind: 'actor', actor: found.actor };
  };

  const tryPassword = async (request: Request, email: string, password: string): Promise<Response> => {
    const answer = await library.handler(
      new Request(`${baseUrl}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: baseUrl,
          [peerHeader]: peerOf(request),
        },
        body: JSON.stringify({ email, password }),
      }),
    );
    if (answer.status === 429) throw new Refusal('too-many-tries');
    if (!answer.ok) throw new Refusal('sign-in-refused');
    return answer;
  };

  return {
    authenticate,
    enter: async (request, email, password) => {
      const answer = await tryPassword(request, email, password);
      const { user } = (await answer.json()) as { user: { id: string } };
      const found = await staffOf(db, user.id, null);
      if (found === null) throw new Refusal('sign-in-refused');
      return { actor: found.actor, headers: cookiesOf(answer) };
    },
    lock: async (request) => {
      const session = await sessionOf(request);
      if (session !== null) await lockSession(db, session.id, instantOf(clock()));
    },
    unlock: async (request, password) => {
      const session = await sessionOf(request);
      const found = session === null ? null : await staffOf(db, session.userId, session.id);
      if (session === null || found === null) throw new Refusal('signed-out');
      const { email } = await db.selectFrom('sign_in_user').select('email').where('id', '=', session.userId).executeTakeFirstOrThrow();
      const spare = await tryPassword(request, email, password);
      await forget(spare);
      await unlockSession(db, session.id, instantOf(clock()));
      return found.actor;
    },
    leave: async (request) => cookiesOf(await library.api.signOut({ headers: request.headers, asResponse: true })),
  };

  /** Checking a password makes a session; the one that a person already has goes on instead. */
  async function forget(answer: Response): Promise<void> {
    const { token } = (await answer.json()) as { token: string };
    await deleteSession(db, token);
  }
}

function cookiesOf(answer: Response): Headers {
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  return headers;
}

type Found = { readonly actor: Actor; readonly locked: boolean; readonly usedAt: string; readonly expiresAt: Instant | null };

async function staffOf(db: Database, userId: string, sessionId: string | null): Promise<Found | null> {
  const row = await db
    .selectFrom('staff')
    .leftJoin('sign_in_session', (join) =>
      join.onRef('sign_in_session.userId', '=', 'staff.user_id').on('sign_in_session.id', '=', sessionId),
    )
    .select(['staff.organization_id', 'staff.id', 'staff.name', 'staff.role', 'sign_in_session.locked_at', 'sign_in_session.used_at'])
    .select('sign_in_session.expiresAt')
    .where('staff.user_id', '=', userId)
    .where('staff.ended_on', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const actor: Actor = { organizationId: row.organization_id, staffId: row.id, name: row.name, role: row.role };
  return { actor, locked: row.locked_at !== null, usedAt: row.used_at ?? new Date(0).toISOString(), expiresAt: row.expiresAt };
}
