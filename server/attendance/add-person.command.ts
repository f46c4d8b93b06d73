import type { Contract } from '#contract/index.ts';
import { markProblemWords, rosterWords } from '#domain/attendance/marks-words.ts';
import { inCareOn } from '#server/episodes/episodes.rows.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { book } from './bookings.store.ts';
import { missedFor } from './missed-sessions.rows.ts';
import { lockRoster } from './roster.guards.ts';
import { bookingOf } from './roster.rows.ts';

/** Books somebody who came without being expected into a session, as a make-up where they name what they missed. */
export const addPerson: Procedure<Contract['attendance']['addPerson']> = async ({ sessionId, clientId, makesUp, telehealth }, context) => {
  const { db, actor, now, record } = context;
  const session = await lockRoster(context, sessionId, [clientId]);
  const because = session.cancelled_because;
  if (because !== null) throw new Refusal('wrong-state', markProblemWords('cancelled', { because }));
  if (!(await inCareOn(db, clientId, session.session_on))) throw new Refusal('episode-closed');
  if ((await bookingOf(context, sessionId, clientId)) !== undefined) throw new Refusal('duplicate', rosterWords.booked);
  const missed = makesUp === null ? [] : ((await missedFor(context, session, [clientId])).get(clientId) ?? []);
  if (makesUp !== null && !missed.some((one) => one.sessionId === makesUp)) throw refuseField('makesUp', rosterWords.notMissed);
  const version = await book(db, {
    organizationId: actor.organizationId,
    sessionId,
    clientId,
    on: session.session_on,
    telehealth,
    makesUp,
    changed: { by: actor.staffId, at: now },
  });
  await record.changed('attendance', [clientId]);
  return { clientId, version };
};
