import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { dayWithYear, momentWords } from '#domain/calendar/words.ts';
import { dischargeAsksNaloxone, usesOpioidsOrStimulants } from '#domain/episodes/discharge-naloxone.ts';
import { dischargeRefusalWords } from '#domain/episodes/discharge-reasons-words.ts';
import { mayClose, type DischargeRefusal } from '#domain/episodes/discharge-reasons.ts';
import type { RequestedEnding } from '#domain/episodes/ending.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import { adjustmentsOf } from '#server/adjustments/adjustments.rows.ts';
import { found } from '#server/database/not-found.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { endingRequestFor } from './ending-requests.rows.ts';
import { refuseTherapist } from './episode-locations.guards.ts';
import { lastServedOf } from '#server/attendance/last-served.rows.ts';
import { unaccountedAnalytes } from './episodes.rows.ts';
import type { episodeFor } from './episodes.guards.ts';

type Episode = Awaited<ReturnType<typeof episodeFor>>;

const fields: Readonly<Record<DischargeRefusal, string>> = {
  'answer-due': 'reason',
  'answered-just-now': 'reason',
  'safety-record-needed': 'safety',
  'second-signer-needed': 'secondSigner',
  'linkage-needed': 'linkedTo',
};

/** Refuses an episode that is closed already. */
export function refuseClosed(episode: Episode): void {
  if (episode.closed_on !== null) throw new Refusal('episode-closed', `This episode was closed on ${dayWithYear(episode.closed_on)}.`);
}

/** Refuses an ending that can't be: its day, its reason, what its reason asks for, and naloxone where it has to be spoken of. */
export async function refuseEnding(context: Context, episode: Episode, ending: RequestedEnding, hasSecondSigner: boolean): Promise<void> {
  await refuseDay(context, episode, ending);
  await refuseReason(context, episode.client_id, ending, hasSecondSigner);
  const uses = usesOpioidsOrStimulants(episode.primary_substance, await unaccountedAnalytes(context.db, episode.client_id));
  if (dischargeAsksNaloxone(ending.reason, uses) && ending.naloxone === null)
    throw refuseField(
      'naloxone',
      'Opioid or stimulant use is on record, and tolerance drops. Say how it stands with naloxone before closing.',
    );
}

async function refuseDay({ db, now, zone }: Context, episode: Episode, { closedOn }: RequestedEnding): Promise<void> {
  if (closedOn > dayAt(now, zone)) throw refuseField('closedOn', 'That day is still to come. Close the episode on the day itself.');
  if (closedOn < episode.opened_on) throw refuseField('closedOn', 'The episode wasn’t open yet. Give a later day.');
  const last = await lastServedOf(db, episode.client_id);
  if (last !== null && closedOn < last)
    throw refuseField(
      'closedOn',
      `This client came on ${dayWithYear(last)}. Give ${dayWithYear(last)} or ${dayWithYear(addDays(last, 1))}, or a later day.`,
    );
}

async function refuseReason(
  { db, now, zone, settings }: Context,
  clientId: string,
  { reason, safety, linkedTo }: RequestedEnding,
  hasSecondSigner: boolean,
): Promise<void> {
  const refusals = mayClose({
    reason,
    adjustments: (await adjustmentsOf(db, [clientId])).get(clientId) ?? [],
    hasSafetyRecord: safety !== null,
    hasSecondSigner,
    hasLinkage: linkedTo !== null,
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
  if (safety !== null && reason !== 'ended-by-program')
    throw refuseField('safety', 'A safety record belongs to an ending by the program. Take it out, or choose that reason.');
}

/** Refuses somebody as the second signer who can't sign: oneself, no clinician, gone, or without access to the client. Answers their name. */
export async function refuseSigner(context: Context, clientId: string, secondSigner: string): Promise<string> {
  const { db, actor } = context;
  if (secondSigner === actor.staffId) throw refuseField('secondSigner', 'The second signer is somebody else than you.');
  await refuseTherapist(context, secondSigner, 'secondSigner');
  const { name, role } = await db.selectFrom('staff').select(['name', 'role']).where('id', '=', secondSigner).executeTakeFirstOrThrow();
  const signer = { organizationId: actor.organizationId, staffId: secondSigner, name, role };
  const reached = await db
    .selectFrom('client')
    .select('client.id')
    .where('client.id', '=', clientId)
    .where(clientsOf(signer))
    .executeTakeFirst();
  if (reached === undefined) throw refuseField('secondSigner', `${name} has no access to this client. Choose somebody of their program.`);
  return name;
}

/** Refuses a second request beside one that waits. */
export async function refuseWhileWaiting({ db, zone }: Context, clientId: string): Promise<void> {
  const waiting = await endingRequestFor(db, clientId);
  if (waiting !== undefined)
    throw new Refusal(
      'wrong-state',
      `An ending waits for the signature of ${waiting.signer} since ${momentWords(waiting.requested_at, zone)}. Withdraw it first.`,
    );
}

/** A request that is still to be answered, locked; one that was is refused with what became of it. */
export async function requestToAnswer({ db }: Pick<Context, 'db'>, clientId: string, requestId: string) {
  const request = found(
    await db
      .selectFrom('ending_request')
      .selectAll()
      .where('id', '=', requestId)
      .where('client_id', '=', clientId)
      .forUpdate()
      .executeTakeFirst(),
    'not-found',
  );
  if (request.answer !== null) throw new Refusal('wrong-state', `This was ${request.answer} already.`);
  return request;
}

/** Refuses to sign for somebody else, what was changed since, and what nobody here stands for any more. */
export async function refuseSigning(
  { db, actor }: Context,
  request: Awaited<ReturnType<typeof requestToAnswer>>,
  episode: Episode,
): Promise<void> {
  if (request.second_signer !== actor.staffId)
    throw new Refusal('not-your-role', 'This is signed by whom it was asked of, in their own session.');
  if (episode.version !== request.episode_version)
    throw new Refusal('wrong-state', 'The episode was changed after this was asked. Ask for it to be withdrawn and asked again.');
  const requester = await db
    .selectFrom('staff')
    .select(['name', 'ended_on'])
    .where('id', '=', request.requested_by)
    .executeTakeFirstOrThrow();
  if (requester.ended_on !== null)
    throw new Refusal('wrong-state', `${requester.name}, who signed first, doesn’t work here any more. Decline it, and ask anew.`);
}
