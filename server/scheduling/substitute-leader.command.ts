import type { Contract } from '#contract/index.ts';
import { alsoLeadsWords } from '#domain/scheduling/warnings-words.ts';
import { clientsBookedIn } from '#server/attendance/bookings.rows.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { leaderNamed } from './leaders.guards.ts';
import { sessionsLedBy } from './leaders.rows.ts';
import { sessionToEdit } from './sessions.guards.ts';
import { changeSession } from './sessions.store.ts';

/** Somebody else leads one session, or its own leader does again. */
export const substituteLeader: Procedure<Contract['sessions']['substitute']> = async ({ sessionId, staffId }, context) => {
  const { db, zone, record } = context;
  const session = await sessionToEdit(sessionId, context);
  const name = await leaderNamed(db, staffId, 'staffId');
  if (staffId !== null && staffId === session.leader_id) throw refuseField('staffId', 'They lead it already. Choose somebody else.');
  const led = await sessionsLedBy(db, { sessionId, staffId, startsAt: session.starts_at, endsAt: session.ends_at, zone });
  const version = await changeSession(db, sessionId, { substitute_id: staffId });
  await record.changed('sessions', await clientsBookedIn(db, [sessionId]));
  return { version, warnings: alsoLeadsWords(name, led, zone) };
};
