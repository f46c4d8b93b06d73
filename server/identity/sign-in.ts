import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { instantOf } from '#domain/calendar/calendar.ts';
import type { Clock } from '#server/clock.ts';
import type { Database } from '#server/database/pool.ts';
import type { Authentication, Visitor } from '#server/http/authentication.ts';
import { peerHeader, peerOf, signInRateLimit } from '#server/http/rate-limit.ts';
import { Refusal } from '#server/http/refusal.ts';
import { sessionTokenIn } from './session-cookie.ts';
import { openSession, sessionHours, type SignInSession } from './sign-in-sessions.rows.ts';
import { beginSession, deleteSession, lockSession, noteUse, unlockSession } from './sign-in-sessions.store.ts';

type Options = {
  readonly db: Database;
  /** Where the library keeps passwords and sessions, on connections of its own: what it asks is its own affair and isn't prepared. */
  readonly libraryDb: Database;
  readonly secret: string;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly idleMinutes: number;
};

// OWASP's floor for argon2id is 19 MiB and two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** E-mail, password and sessions by better-auth, in tables that the app role can't read. */
export function auth({ libraryDb, secret, baseUrl }: Pick<Options, 'libraryDb' | 'secret' | 'baseUrl'>) {
  return betterAuth({
    database: { db: libraryDb, type: 'postgres' },
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
    session: { modelName: 'sign_in_session', expiresIn: sessionHours * 3600, disableSessionRefresh: true },
    rateLimit: signInRateLimit,
    advanced: { cookiePrefix: 'cairn', ipAddress: { ipAddressHeaders: [peerHeader] } },
    logger: { disabled: true },
  });
}

/** Signing in by better-auth. A session idle for too long is locked, on the server too. */
export function authenticationFor(options: Options): Authentication {
  const { db, baseUrl, clock, idleMinutes } = options;
  const library = auth(options);

  const tokenOf = async (request: Request): Promise<string | null> => {
    const { authCookies, secret } = await library.$context;
    return sessionTokenIn(request, { name: authCookies.sessionToken.name, secret });
  };
  const sessionOf = async (request: Request): Promise<SignInSession | null> => {
    const token = await tokenOf(request);
    return token === null ? null : openSession(db, token, instantOf(clock()));
  };

  const authenticate = async (request: Request, quiet: boolean): Promise<Visitor> => {
    const session = await sessionOf(request);
    if (session === null) return { kind: 'nobody' };
    const now = clock();
    const idle = now.getTime() - Date.parse(session.usedAt);
    if (session.locked || idle > idleMinutes * 60_000) return { kind: 'locked', actor: session.actor };
    if (!quiet && idle > 30_000) await noteUse(db, session.id, instantOf(now));
    return { kind: 'actor', actor: session.actor };
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
      const { token } = (await answer.json()) as { token: string };
      const now = instantOf(clock());
      await beginSession(db, token, now);
      const session = await openSession(db, token, now);
      if (session === null) {
        await deleteSession(db, token);
        throw new Refusal('sign-in-refused');
      }
      // Whoever was signed in at this browser before is not any more.
      const before = await tokenOf(request);
      if (before !== null) await deleteSession(db, before);
      return { actor: session.actor, headers: cookiesOf(answer) };
    },
    lock: async (request) => {
      const session = await sessionOf(request);
      if (session !== null) await lockSession(db, session.id, instantOf(clock()));
    },
    unlock: async (request, password) => {
      const session = await sessionOf(request);
      if (session === null) throw new Refusal('signed-out');
      const spare = await tryPassword(request, session.email, password);
      await forget(spare);
      await unlockSession(db, session.id, instantOf(clock()));
      return session.actor;
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
