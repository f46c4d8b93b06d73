import { clientsOf } from '../access.ts';
import type { Database } from '../database/pool.ts';
import type { Actor } from '../procedure.ts';
import { Refusal } from '../refusal.ts';

/** The client, where this actor may open it. One that isn't there and one that isn't theirs are refused alike. */
export async function clientFor(db: Database, actor: Actor, clientId: string) {
  const client = await db.selectFrom('client').selectAll().where('client.id', '=', clientId).where(clientsOf(actor)).executeTakeFirst();
  if (client === undefined) throw new Refusal('client-unknown');
  return client;
}
