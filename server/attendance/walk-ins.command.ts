import type { Contract } from '#contract/index.ts';
import { markProblemWords, rosterWords } from '#domain/attendance/marks-words.ts';
import { inCareOn } from '#server/episodes/episodes.rows.ts';
import { missedFor } from './missed-sessions.rows.ts';
import { identityIn } from './roster.rows.ts';
import { lockSession, bookingsOf, rosterSession, type RosterSession } from './rosters.guards.ts';
import { soughtClients } from '#server/clients/client-search.rows.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { keepEarlier } from './attendance-history.store.ts';

/** Clients in care who were sought by name or number, and whether this roster has them already. */
export const findPerson: Procedure<Contract['attendance']['findPerson']> = async ({ sessionId, search }, context) => {
  const session = await rosterSession(context, sessionId);
  const rows = await context.record.seen(
    soughtClients(context, search).select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('attendance')
            .select('attendance.client_id')
            .whereRef('attendance.client_id', '=', 'client.id')
            .where('attendance.session_id', '=', sessionId),
        )
        .as('booked'),
    ),
  );
  const missed = await missedFor(
    context,
    session,
    rows.map((row) => row.client_id),
  );
  return {
    clients: rows.map((row) => ({ ...identityIn(row), booked: Boolean(row.booked), missed: missed.get(row.client_id) ?? [] })),
  };
};

function refuseCancelled({ cancelled_because: because }: RosterSession): void {
  if (because !== null) throw new Refusal('wrong-state', markProblemWords('cancelled', { because }));
}

export const addPerson: Procedure<Contract['attendance']['addPerson']> = async ({ sessionId, clientId, makesUp, telehealth }, context) => {
  const { db, actor, now } = context;
  await rosterSession(context, sessionId);
  await lockClients(context, [clientId]);
  const session = await lockSession(context, sessionId);
  refuseCancelled(session);
  if (!(await inCareOn(db, clientId, session.session_on))) throw new Refusal('episode-closed');
  if ((await bookingIn(context, sessionId, clientId)) !== undefined) throw new Refusal('duplicate', rosterWords.booked);
  const missed = makesUp === null ? [] : ((await missedFor(context, session, [clientId])).get(clientId) ?? []);
  if (makesUp !== null && !missed.some((one) => one.sessionId === makesUp)) throw refuseField('makesUp', rosterWords.notMissed);
  const { version } = await db
    .insertInto('attendance')
    .values({
      organization_id: actor.organizationId,
      session_id: sessionId,
      client_id: clientId,
      session_on: session.session_on,
      status: 'booked',
      telehealth,
      make_up: makesUp !== null,
      makes_up: makesUp,
      changed_by: actor.staffId,
      changed_at: now,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  await context.record.changed('attendance', [clientId]);
  return { clientId, version };
};

export const removePerson: Procedure<Contract['attendance']['removePerson']> = async ({ sessionId, clientId }, context) => {
  await rosterSession(context, sessionId);
  await lockClients(context, [clientId]);
  await lockSession(context, sessionId);
  const booking = await bookingIn(context, sessionId, clientId);
  if (booking === undefined) throw new Refusal('wrong-state', rosterWords.notBooked);
  if (booking.status !== 'booked') throw new Refusal('wrong-state', rosterWords.marked);
  if (booking.version !== context.version) throw new Refusal('stale');
  await keepEarlier(context, sessionId, booking, 'removed');
  await context.db.deleteFrom('attendance').where('session_id', '=', sessionId).where('client_id', '=', clientId).execute();
  await context.record.changed('attendance', [clientId]);
  return { clientId };
};

const bookingIn = (context: Context, sessionId: string, clientId: string) =>
  bookingsOf(context, sessionId).where('client.id', '=', clientId).executeTakeFirst();
