import { signDueAt, talkDueAt, type Trigger } from '#domain/adjustments/open.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type ByHand = {
  readonly trigger: Exclude<Trigger, 'screen'>;
  readonly about: string | null;
  readonly followsId: string | null;
  readonly analytes: readonly string[];
};

/** Opens an adjustment that no screen asked for: the same object, with the same clocks from now. */
export async function openByHand(
  clientId: string,
  { trigger, about, followsId, analytes }: ByHand,
  context: Context,
): Promise<{ id: string; number: number }> {
  const { db, actor, now, settings, zone, open } = context;
  // Two that open at once take turns, so that no number is given twice.
  await lockClients(context, [clientId]);
  const { last } = await db
    .selectFrom('adjustment')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  return db
    .insertInto('adjustment')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      number: Number(last) + 1,
      trigger,
      about,
      follows_id: followsId,
      analytes: [...analytes],
      opened_at: now,
      talk_due_at: talkDueAt(now, settings, zone, open),
      sign_due_at: signDueAt(now, settings, zone, open),
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
}
