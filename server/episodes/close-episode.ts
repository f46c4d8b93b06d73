import type { RequestedEnding } from '#domain/episodes/ending.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { insertSafetyDischarge } from '#server/safety/safety-discharges.store.ts';
import { lockEnrollments } from '#server/scheduling/enrollments.guards.ts';
import { changeEpisode } from './episodes.store.ts';
import { endOpenLeave } from './leaves.store.ts';
import { takeOffBookings } from './take-off-bookings.ts';

type Closing = {
  readonly clientId: string;
  readonly episodeId: string;
  readonly ending: RequestedEnding;
  readonly signedBy: { readonly first: string; readonly second: string | null };
};

/** Ends an episode, with everything that was planned after its last day. Whether it may is settled by then. */
export async function closeEpisode(context: Context, { clientId, episodeId, ending, signedBy }: Closing): Promise<void> {
  const { db, now } = context;
  const { closedOn, reason, safety } = ending;
  if (safety !== null && signedBy.second !== null)
    await insertSafetyDischarge(context, { episodeId, ...safety, signedBy: signedBy.first, secondSigner: signedBy.second });
  await endOpenLeave(context, clientId, closedOn);
  const enrollments = await lockEnrollments(context, { clientId, onDay: closedOn });
  await takeOffBookings({ db, now, by: context.actor.staffId }, { clientId, lastDay: closedOn, enrollments });
  await changeEpisode(context, episodeId, {
    closed_on: closedOn,
    closed_because: reason,
    discharge_note: ending.note,
    linked_to: ending.linkedTo,
    discharge_naloxone: ending.naloxone,
    closed_by: signedBy.first,
    second_signer: signedBy.second,
  });
}
