import { found } from '#server/database/not-found.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** The client's open episode, locked with its client until the transaction ends, so that two people can't move one client on twice. */
export async function lockEpisode(clientId: string, { db, actor }: Pick<Context, 'db' | 'actor'>) {
  await lockClients({ db, actor }, [clientId]);
  return found(
    await db
      .selectFrom('episode')
      .select(['id', 'opened_on'])
      .where('client_id', '=', clientId)
      .where('closed_on', 'is', null)
      .executeTakeFirst(),
    'episode-closed',
  );
}
