import type { Contract } from '#contract/index.ts';
import { found } from '#server/database/not-found.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { offersFor } from './make-ups.guards.ts';
import { missedSession, type candidatesFor } from './make-ups.rows.ts';

/** The sessions in which a client could make up for one that they missed, and the one that is booked for it. */
export const makeUpOffers: Procedure<Contract['sessions']['makeUpOffers']> = async ({ clientId, sessionId }, context) => {
  const [row] = await context.record.seen(missedSession(context, clientId, sessionId));
  const { candidates, offers, booked, until } = await offersFor(found(row), context);
  const bookedSession = booked === null ? undefined : candidates.find((one) => one.sessionId === booked);
  return {
    clientId,
    zone: context.zone,
    until,
    booked: bookedSession === undefined ? null : shown(bookedSession),
    offers: booked === null ? offers.map(shown) : [],
  };
};

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
