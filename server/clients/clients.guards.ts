import { clientsOf } from '#server/access/endpoint-policy.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor, Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The client, where this actor may open it. One that isn't there and one that isn't theirs are refused alike. */
export async function clientFor(db: Database, actor: Actor, clientId: string) {
  const client = await db.selectFrom('client').selectAll().where('client.id', '=', clientId).where(clientsOf(actor)).executeTakeFirst();
  if (client === undefined) throw new Refusal('client-unknown');
  return client;
}

/** Refuses where no episode of the client is open: there is no plan to change. */
export async function inCare(clientId: string, { db }: Pick<Context, 'db'>): Promise<void> {
  const open = await db
    .selectFrom('episode')
    .select('id')
    .where('client_id', '=', clientId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (open === undefined) throw new Refusal('episode-closed');
}
