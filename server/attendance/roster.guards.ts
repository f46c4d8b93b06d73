import { found } from '#server/database/not-found.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { lockSession } from '#server/scheduling/sessions.guards.ts';
import { sessionWithRoster, type RosterSession } from './roster.rows.ts';

type Asking = Pick<Context, 'db' | 'actor'>;

/** One session with what its roster says about it, or the refusal that a foreign and an unknown id share. */
export const rosterSession = async (asking: Asking, sessionId: string): Promise<RosterSession> =>
  found(await sessionWithRoster(asking, sessionId), 'session-unknown');

/** Locks a session and then these clients until the transaction ends, so that it isn't cancelled or moved while it is marked. */
export async function lockRoster(asking: Asking, sessionId: string, clientIds: readonly string[]): Promise<RosterSession> {
  await rosterSession(asking, sessionId);
  await lockSession(asking, sessionId);
  await lockClients(asking, clientIds);
  return rosterSession(asking, sessionId);
}
