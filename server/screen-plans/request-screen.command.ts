import { randomUUID } from 'node:crypto';
import type { Contract } from '#contract/index.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import { askProblems } from '#domain/screen-plans/words.ts';
import { inCare, lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { sessionsToAsk } from './requestable-sessions.rows.ts';
import { refuseUnknownPanel } from './screen-plans.guards.ts';
import { insertSlots } from './screen-slots.store.ts';

/** Asks a client for a screen outside the schedule, in one of their sessions of the next two weeks or any that is held today. */
export const requestScreen: Procedure<Contract['screenSlots']['ask']> = async ({ clientId, sessionId, reason, why, panelId }, context) => {
  const { db, actor, now, zone, settings, record } = context;
  await lockClients(context, [clientId]);
  await inCare(clientId, context);
  const session = (await sessionsToAsk(context, clientId)).find(({ id }) => id === sessionId);
  if (session === undefined) throw refuseField('sessionId', askProblems.noSession);
  if (reason === 'for-cause' && why === null) throw refuseField('why', askProblems.why);
  await refuseUnknownPanel(panelId, context);
  await refuseTwice(clientId, sessionId, context);
  const opensAt = collectionOpensAt(
    { on: session.session_on, startsAt: session.starts_at, timesKnown: session.times_known },
    settings.screening,
    zone,
  );
  const id = randomUUID();
  const slot = {
    organization_id: actor.organizationId,
    id,
    client_id: clientId,
    session_id: sessionId,
    due_on: session.session_on,
    reason,
    opens_at: opensAt,
    requested_by: actor.staffId,
    requested_at: now,
    why,
    panel_id: panelId,
  };
  await insertSlots(db, [slot]);
  await record.changed('drug-screens', [clientId]);
  return { slotId: id, on: session.session_on, opensAt };
};

/** Refuses a second screen asked for in the same session. What the schedule drew there plays no part in it. */
async function refuseTwice(clientId: string, sessionId: string, { db }: Pick<Context, 'db'>): Promise<void> {
  const other = await db
    .selectFrom('screen_slot')
    .select('id')
    .where('client_id', '=', clientId)
    .where('session_id', '=', sessionId)
    .where('reason', '<>', 'scheduled')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (other !== undefined) throw new Refusal('duplicate', askProblems.twice);
}
