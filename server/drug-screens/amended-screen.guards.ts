import { amendsScreensOfOthers } from '#server/access/capabilities.ts';
import { resultsAsPrinted } from './screens.rows.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The screen to amend, reached through its client. A foreign and an unknown one are refused alike; a tech amends what they read themselves. */
export async function screenToAmend({ db, actor }: Pick<Context, 'db' | 'actor'>, screenId: string) {
  const screen = await db
    .selectFrom('screen')
    .innerJoin('client', (join) =>
      join.onRef('client.organization_id', '=', 'screen.organization_id').onRef('client.id', '=', 'screen.client_id'),
    )
    .selectAll('screen')
    .select(resultsAsPrinted.as('results'))
    .where('screen.id', '=', screenId)
    .where(clientsOf(actor))
    .executeTakeFirst();
  if (screen === undefined) throw new Refusal('client-unknown');
  if (!amendsScreensOfOthers(actor) && screen.read_by !== actor.staffId)
    throw new Refusal('not-your-role', 'Whoever read this cup can correct it, or the client’s therapist.');
  return screen;
}

export type ScreenFound = Awaited<ReturnType<typeof screenToAmend>>;

/** Refuses a second amendment of the same row. Asked while the client is held. */
export async function refuseSuperseded({ db }: Pick<Context, 'db'>, screenId: string): Promise<void> {
  const later = await db.selectFrom('screen').select('id').where('amends_id', '=', screenId).executeTakeFirst();
  if (later !== undefined) throw new Refusal('stale', 'Somebody corrected this entry already. Load it again to see the newer one.');
}
