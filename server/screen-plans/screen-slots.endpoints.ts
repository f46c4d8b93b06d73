import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { askProblems, planProblems } from '#domain/screen-plans/words.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import { clientsOf } from '#server/access/endpoint-policy.ts';
import { sessionsToAsk } from './requestable-sessions.rows.ts';
import { requestedScreens } from './requested-screens.rows.ts';
import { inCare, lockClients } from '#server/clients/clients.guards.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';

export const screenSlots: ProceduresOf<Contract['screenSlots']> = {
  sessions: async ({ clientId }, context) => {
    const { db, actor, now, zone, record } = context;
    const [client] = await record.seen(
      db.selectFrom('client').select('client.id as client_id').where('client.id', '=', clientId).where(clientsOf(actor)),
    );
    if (client === undefined) throw new Refusal('client-unknown');
    const sessions = await sessionsToAsk(context, clientId);
    return {
      clientId,
      asOf: now,
      today: dayAt(now, zone),
      zone,
      sessions: sessions.map((session) => ({
        id: session.id,
        title: session.title,
        on: session.session_on,
        startsAt: session.starts_at,
        endsAt: session.ends_at,
        timesKnown: session.times_known,
        booked: session.booked,
      })),
      panels: await db.selectFrom('panel').select(['id', 'name']).orderBy('name').execute(),
    };
  },

  ask: async ({ clientId, sessionId, reason, why, panelId }, context) => {
    const { db, actor, now, zone, settings, record } = context;
    await lockClients(context, [clientId]);
    await inCare(clientId, context);
    const session = (await sessionsToAsk(context, clientId)).find(({ id }) => id === sessionId);
    if (session === undefined) throw refuseField('sessionId', askProblems.noSession);
    if (reason === 'for-cause' && why === null) throw refuseField('why', askProblems.why);
    if (panelId !== null && (await db.selectFrom('panel').select('id').where('id', '=', panelId).executeTakeFirst()) === undefined)
      throw refuseField('panelId', planProblems.noPanel);
    await refuseTwice(clientId, sessionId, context);
    const opensAt = collectionOpensAt(
      { on: session.session_on, startsAt: session.starts_at, timesKnown: session.times_known },
      settings.screening,
      zone,
    );
    const { id } = await db
      .insertInto('screen_slot')
      .values({
        organization_id: actor.organizationId,
        client_id: clientId,
        session_id: sessionId,
        due_on: session.session_on,
        reason,
        opens_at: opensAt,
        requested_by: actor.staffId,
        requested_at: now,
        why,
        panel_id: panelId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await record.changed('drug-screens', [clientId]);
    return { slotId: id, on: session.session_on, opensAt };
  },

  withdraw: async ({ clientId, slotId }, context) => {
    const { db, actor, now, record } = context;
    await lockClients(context, [clientId]);
    const requested = (await requestedScreens(context, clientId, null)).find((one) => one.slotId === slotId);
    if (requested === undefined) throw new Refusal('client-unknown');
    if (!requested.canWithdraw)
      throw new Refusal('wrong-state', requested.state === 'withdrawn' ? askProblems.withdrawn : askProblems.collected);
    await db.updateTable('screen_slot').set({ withdrawn_at: now, withdrawn_by: actor.staffId }).where('id', '=', slotId).execute();
    await record.changed('drug-screens', [clientId]);
    return { slotId };
  },
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
