import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { RequestedEnding } from '#domain/episodes/ending.ts';
import { removeBookingsAfter } from '#server/attendance/attendance.store.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { insertSafetyDischarge } from '#server/safety/safety-discharges.store.ts';
import { lockEnrollments } from '#server/scheduling/enrollments.guards.ts';
import { endEnrollments } from '#server/scheduling/enrollments.store.ts';
import { requestedScreens } from '#server/screen-plans/requested-screens.rows.ts';
import { withdrawSlot } from '#server/screen-plans/screen-slots.store.ts';
import { changeEpisode } from './episodes.store.ts';
import { endOpenLeave } from './leaves.store.ts';

type Closing = {
  readonly clientId: string;
  readonly episodeId: string;
  readonly ending: RequestedEnding;
  readonly signedBy: { readonly first: string; readonly second: string | null };
};

/** Ends an episode, with everything that was planned after its last day. Whether it may is settled by then. */
export async function closeEpisode(context: Context, { clientId, episodeId, ending, signedBy }: Closing): Promise<void> {
  const { db } = context;
  const { closedOn, reason, safety } = ending;
  if (safety !== null && signedBy.second !== null)
    await insertSafetyDischarge(context, { episodeId, ...safety, signedBy: signedBy.first, secondSigner: signedBy.second });
  await endOpenLeave(context, clientId, closedOn);
  const enrollments = await lockEnrollments(context, { clientId, onDay: closedOn });
  await endEnrollments(db, { clientId, onDay: closedOn, enrollments });
  await removeBookingsAfter(context, clientId, closedOn);
  await withdrawAfter(context, clientId, closedOn);
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

/** Screens that were asked for on later days are taken back, as a person would: what somebody recorded stays. */
async function withdrawAfter(context: Context, clientId: string, closedOn: Day): Promise<void> {
  const requested = await requestedScreens(context, clientId, addDays(closedOn, 1));
  for (const { slotId, canWithdraw } of requested) if (canWithdraw) await withdrawSlot(context, slotId);
}
