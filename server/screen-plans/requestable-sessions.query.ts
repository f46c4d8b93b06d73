import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { clientSeen } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { sessionsToAsk } from './requestable-sessions.rows.ts';
import { panelChoices } from './screen-plans.rows.ts';

/** The sessions in which a client can be asked for a screen, and the panels that it may be read with. */
export const requestableSessions: Procedure<Contract['screenSlots']['sessions']> = async ({ clientId }, context) => {
  const { db, now, zone } = context;
  await clientSeen(context, clientId);
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
    panels: await panelChoices(db),
  };
};
