import type { Contract } from '#contract/index.ts';
import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { canBeMadeUp, makeUpOffers, makeUpUntil } from '#domain/attendance/make-ups.ts';
import { clientsOf } from '#server/access/endpoint-policy.ts';
import { candidatesFor, engagementsOf, missedSession, serviceOf } from './make-ups.rows.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

type Sessions = ProceduresOf<Contract['sessions']>;

export const makeUpsFor: Sessions['makeUpOffers'] = async ({ clientId, sessionId }, context) => {
  const [row] = await context.record.seen(missedSession(context, clientId, sessionId));
  if (row === undefined) throw new Refusal('client-unknown');
  const { candidates, offers, booked, until } = await offersFor(row, context);
  const found = booked === null ? undefined : candidates.find((one) => one.sessionId === booked);
  return {
    clientId,
    zone: context.zone,
    until,
    booked: found === undefined ? null : shown(found),
    offers: booked === null ? offers.map(shown) : [],
  };
};

export const bookMakeUp: Sessions['bookMakeUp'] = async ({ clientId, sessionId, with: withId }, context) => {
  const { db, actor, record } = context;
  // One make-up for one client at a time, and the last place of a session is given once.
  const client = await db
    .selectFrom('client')
    .select('client.id')
    .where('client.id', '=', clientId)
    .where(clientsOf(actor))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (client === undefined) throw new Refusal('client-unknown');
  await db.selectFrom('session').select('id').where('id', '=', withId).forNoKeyUpdate().execute();
  const row = await missedSession(context, clientId, sessionId).executeTakeFirst();
  if (row === undefined) throw new Refusal('client-unknown');
  const { offers, booked } = await offersFor(row, context);
  if (booked !== null) throw new Refusal('wrong-state', 'A make-up for this session is booked already.');
  const chosen = offers.find((one) => one.sessionId === withId);
  if (chosen === undefined) throw refuseField('with', 'That session can’t make up for this one any more. Choose another.');
  await db
    .insertInto('attendance')
    .values({
      organization_id: actor.organizationId,
      session_id: withId,
      client_id: clientId,
      session_on: chosen.on,
      status: 'booked',
      minutes: null,
      telehealth: chosen.telehealth,
      make_up: true,
      makes_up: sessionId,
      note: null,
      recorded_by: null,
    })
    .execute();
  await record.changed('sessions', [clientId]);
  return { sessionId: withId, on: chosen.on };
};

type Row = Awaited<ReturnType<ReturnType<typeof missedSession>['executeTakeFirstOrThrow']>>;

async function offersFor(row: Row, context: Context) {
  const { db, now, zone, settings } = context;
  if (row.session_id === null || row.starts_at === null || row.program_id === null) throw new Refusal('session-unknown');
  const missed = {
    sessionId: row.session_id,
    programId: row.program_id,
    service: serviceOf(row.service),
    startsAt: row.starts_at,
    cancelledByProgram: row.cancelled_because !== null,
    status: row.status === 'booked' ? null : row.status,
  };
  if (!canBeMadeUp(missed))
    throw new Refusal('wrong-state', 'Only a session that was missed, excused or cancelled by the program can be made up for.');
  const today = dayAt(now, zone);
  const until = makeUpUntil(missed, settings.makeUpDays, zone);
  const candidates = await candidatesFor(db, missed, { from: dayAt(missed.startsAt, zone), to: until });
  const engaged = await engagementsOf(db, row.client_id, { from: addDays(today, -1), to: addDays(until, 1) });
  return {
    candidates,
    until,
    booked: row.made_up_by,
    offers: makeUpOffers(missed, candidates, engaged, { now, zone, days: settings.makeUpDays }),
  };
}

type Candidate = Awaited<ReturnType<typeof candidatesFor>>[number];

const shown = (one: Candidate) => ({
  sessionId: one.sessionId,
  title: one.title,
  on: one.on,
  startsAt: one.startsAt,
  endsAt: one.endsAt,
  telehealth: one.telehealth,
  leader: one.leader,
  siteName: one.siteName,
  seatsLeft: one.capacity === null ? null : Math.max(0, one.capacity - one.booked),
});
