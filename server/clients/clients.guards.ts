import { sql } from 'kysely';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import { found } from '#server/database/not-found.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The client, where this actor may open it. One that isn't there and one that isn't theirs are refused alike. */
export async function clientFor(db: Database, actor: Actor, clientId: string) {
  return found(await db.selectFrom('client').selectAll().where('client.id', '=', clientId).where(clientsOf(actor)).executeTakeFirst());
}

/** The client whom somebody looks at, with the look written down: what a query about one client asks first. */
export async function clientSeen({ db, actor, record }: Pick<Context, 'db' | 'actor' | 'record'>, clientId: string) {
  const [client] = await record.seen(
    db
      .selectFrom('client')
      .select(['client.id as client_id', 'client.first_name', 'client.last_name', 'client.preferred_name', 'client.born_on'])
      .where('client.id', '=', clientId)
      .where(clientsOf(actor)),
  );
  return found(client);
}

/**
 * Locks these clients until the transaction ends, in the order of their ids, before anything of theirs is read: two who save at once take turns.
 * One that isn't there and one that isn't this actor's are refused alike.
 */
export async function lockClients({ db, actor }: Pick<Context, 'db' | 'actor'>, clientIds: readonly string[]): Promise<void> {
  const locked = await clientsToLock(db, clientIds).where(clientsOf(actor)).forNoKeyUpdate().execute();
  if (locked.length < new Set(clientIds).size) throw new Refusal('client-unknown');
}

/** The same lock for work that nobody asked for in person: jobs, and imports that know their clients. */
export async function lockAnyClients(db: Database, clientIds: readonly string[]): Promise<void> {
  await clientsToLock(db, clientIds).forNoKeyUpdate().execute();
}

/** A stronger lock, for as long as rows that name these clients move: nobody adds one meanwhile. */
export async function lockClientsToMerge(db: Database, clientIds: readonly string[]): Promise<void> {
  await clientsToLock(db, clientIds).forUpdate().execute();
}

const clientsToLock = (db: Database, clientIds: readonly string[]) =>
  db
    .selectFrom('client')
    .select('client.id')
    .where((eb) => eb('client.id', '=', sql<string>`any(${[...new Set(clientIds)]}::uuid[])`))
    .orderBy('client.id');

/** Refuses where no episode of the client is open: there is no plan to change. */
export async function inCare(clientId: string, { db }: Pick<Context, 'db'>): Promise<void> {
  if (!(await hasOpenEpisode(db, clientId))) throw new Refusal('episode-closed');
}

/** Whether the client is in care at all. */
export async function hasOpenEpisode(db: Database, clientId: string): Promise<boolean> {
  const open = await db
    .selectFrom('episode')
    .select('id')
    .where('client_id', '=', clientId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}
