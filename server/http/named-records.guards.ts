import { lockAnyClients, lockClientsToMerge } from '#server/clients/clients.guards.ts';
import type { Database } from '#server/database/pool.ts';
import { lockGroups } from '#server/scheduling/groups.guards.ts';
import { lockSessions } from '#server/scheduling/sessions.guards.ts';

/** These end a client's places in groups that they don't name. */
const leavesGroups: ReadonlySet<string> = new Set(['episodes.end', 'episodes.edit']);

/**
 * Locks what a request that writes names, before anything is read: groups, then sessions, then clients, each in the order of their ids. Everybody
 * takes them in this order, so that two who write at once take turns and never wait for each other.
 */
export async function lockNamedRecords(db: Database, action: string, input: unknown): Promise<void> {
  const [client, merged, group, session, other] = ['clientId', 'otherId', 'groupId', 'sessionId', 'with'].map((field) =>
    idIn(input, field),
  );
  const groups = [group, ...(client != null && leavesGroups.has(action) ? await groupsOf(db, client) : [])].filter((id) => id != null);
  const sessions = [session, other].filter((id) => id != null);
  if (groups.length > 0) await lockGroups(db, groups);
  if (sessions.length > 0) await lockSessions(db, sessions);
  if (client != null && merged != null) await lockClientsToMerge(db, [client, merged]);
  else if (client != null) await lockAnyClients(db, [client]);
}

function idIn(input: unknown, field: string): string | null {
  const value: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, field) : null;
  return typeof value === 'string' ? value : null;
}

async function groupsOf(db: Database, clientId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('group_enrollment').select('group_id').distinct().where('client_id', '=', clientId).execute();
  return rows.map(({ group_id }) => group_id);
}
