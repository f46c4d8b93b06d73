import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { dischargeRefusalWords } from '#domain/episodes/discharge-reasons-words.ts';
import { mayClose, type DischargeRefusal } from '#domain/episodes/discharge-reasons.ts';
import { dischargeAsksNaloxone, usesOpioidsOrStimulants } from '#domain/episodes/discharge-naloxone.ts';
import { removeBookingsAfter } from '#server/attendance/attendance.store.ts';
import { requestedScreens } from '#server/screen-plans/requested-screens.rows.ts';
import { withdrawSlot } from '#server/screen-plans/screen-slots.store.ts';
import { adjustmentsOf } from '#server/adjustments/adjustments.rows.ts';
import { lastServedOf } from '#server/attendance/last-served.rows.ts';
import { unaccountedAnalytes } from './episodes.rows.ts';
import { episodeFor } from './episodes.guards.ts';
import { refuseStale } from '#server/database/version-check.ts';
import { endOpenLeave } from './leaves.store.ts';
import { lockEnrollments } from '#server/scheduling/enrollments.guards.ts';
import { endEnrollments } from '#server/scheduling/enrollments.store.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { insertSafetyDischarge } from '#server/safety/safety-discharges.store.ts';
import { refuseTherapist } from './episode-locations.guards.ts';
import { changeEpisode } from './episodes.store.ts';

type End = Parameters<Procedure<Contract['episodes']['end']>>[0];

const fields: Readonly<Record<DischargeRefusal, string>> = {
  'answer-due': 'reason',
  'answered-just-now': 'reason',
  'safety-record-needed': 'safety',
  'second-signer-needed': 'secondSigner',
  'linkage-needed': 'linkedTo',
};

/** Ends an episode for a reason that names no test. What an unexpected result asks of the team blocks only 'ended by the program'. */
export const end: Procedure<Contract['episodes']['end']> = async (input, context) => {
  const { db, actor, version, record } = context;
  const { clientId, episodeId, reason, closedOn } = input;
  await lockClients(context, [clientId]);
  const episode = await episodeFor(context, clientId, episodeId);
  if (episode.closed_on !== null) throw new Refusal('episode-closed', `This episode was closed on ${dayWithYear(episode.closed_on)}.`);
  refuseStale(episode, version, `open since ${dayWithYear(episode.opened_on)}`);
  await refuseDay(context, clientId, episode.opened_on, closedOn);
  await refuseTherapist(context, input.secondSigner ?? null, 'secondSigner');
  if (input.secondSigner === actor.staffId) throw refuseField('secondSigner', 'The second signer is somebody else than you.');
  await refuseReason(context, input);
  const uses = usesOpioidsOrStimulants(episode.primary_substance, await unaccountedAnalytes(db, clientId));
  if (dischargeAsksNaloxone(reason, uses) && input.naloxone == null)
    throw refuseField(
      'naloxone',
      'Opioid or stimulant use is on record, and tolerance drops. Say how it stands with naloxone before closing.',
    );

  if (reason === 'ended-by-program' && input.safety !== undefined && input.secondSigner != null)
    await insertSafetyDischarge(context, { episodeId, ...input.safety, secondSigner: input.secondSigner });
  await endOpenLeave(context, clientId, closedOn);
  const enrollments = await lockEnrollments(context, { clientId, onDay: closedOn });
  await endEnrollments(db, { clientId, onDay: closedOn, enrollments });
  await removeBookingsAfter(context, clientId, closedOn);
  await withdrawAfter(context, clientId, closedOn);
  await changeEpisode(context, episodeId, {
    closed_on: closedOn,
    closed_because: reason,
    discharge_note: input.note ?? null,
    linked_to: input.linkedTo ?? null,
    discharge_naloxone: input.naloxone ?? null,
    closed_by: actor.staffId,
    second_signer: input.secondSigner ?? null,
  });
  await record.changed('episodes', [clientId]);
  return {};
};

/** Screens that were asked for on later days are taken back, as a person would: what somebody recorded stays. */
async function withdrawAfter(context: Context, clientId: string, closedOn: Day): Promise<void> {
  const requested = await requestedScreens(context, clientId, addDays(closedOn, 1));
  for (const { slotId, canWithdraw } of requested) if (canWithdraw) await withdrawSlot(context, slotId);
}

async function refuseDay({ db, now, zone }: Context, clientId: string, openedOn: string, closedOn: End['closedOn']): Promise<void> {
  if (closedOn > dayAt(now, zone)) throw refuseField('closedOn', 'That day is still to come. Close the episode on the day itself.');
  if (closedOn < openedOn) throw refuseField('closedOn', 'The episode wasn’t open yet. Give a later day.');
  const last = await lastServedOf(db, clientId);
  if (last !== null && closedOn < last)
    throw refuseField(
      'closedOn',
      `This client came on ${dayWithYear(last)}. Give ${dayWithYear(last)} or ${dayWithYear(addDays(last, 1))}, or a later day.`,
    );
}

async function refuseReason({ db, now, zone, settings }: Context, input: End): Promise<void> {
  const refusals = mayClose({
    reason: input.reason,
    adjustments: (await adjustmentsOf(db, [input.clientId])).get(input.clientId) ?? [],
    hasSafetyRecord: input.safety !== undefined,
    hasSecondSigner: input.secondSigner != null,
    hasLinkage: input.linkedTo != null,
    now,
    today: dayAt(now, zone),
    settings,
  });
  if (refusals.length > 0)
    throw new Refusal(
      'input-invalid',
      undefined,
      refusals.map((one) => ({ field: fields[one], message: dischargeRefusalWords[one] })),
    );
  if (input.safety !== undefined && input.reason !== 'ended-by-program')
    throw refuseField('safety', 'A safety record belongs to an ending by the program. Take it out, or choose that reason.');
}
