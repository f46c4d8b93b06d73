import { signDueAt, talkDueAt } from '#domain/adjustments/open.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { lastNumberOf } from './adjustment-causes.rows.ts';
import { insertByHand, type ByHand } from './opened-adjustments.store.ts';

/** Opens an adjustment that no screen asked for: the same object, with the same clocks from now. */
export async function openByHand(clientId: string, wanted: ByHand, context: Context): Promise<{ id: string; number: number }> {
  const { db, actor, now, settings, zone, open } = context;
  // Two that open at once take turns, so that no number is given twice.
  await lockClients(context, [clientId]);
  return insertByHand(db, actor.organizationId, clientId, {
    ...wanted,
    number: (await lastNumberOf(db, clientId)) + 1,
    openedAt: now,
    talkDueAt: talkDueAt(now, settings, zone, open),
    signDueAt: signDueAt(now, settings, zone, open),
  });
}
