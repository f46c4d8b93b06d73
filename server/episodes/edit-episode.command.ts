import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { episodeFor } from './episodes.guards.ts';
import { refuseStale } from '#server/database/version-check.ts';
import { lockEnrollments, refuseEnrollment } from '#server/scheduling/enrollments.guards.ts';
import { endEnrollments, enrollInGroup } from '#server/scheduling/enrollments.store.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { refuseLocations } from './episode-locations.guards.ts';
import { changeEpisode } from './episodes.store.ts';

/** Corrects where a client came from and where they come to. What isn't mentioned stays. */
export const edit: Procedure<Contract['episodes']['edit']> = async (input, context) => {
  const { version, record } = context;
  const { clientId, episodeId } = input;
  await lockClients(context, [clientId]);
  const episode = await episodeFor(context, clientId, episodeId);
  refuseStale(
    episode,
    version,
    [`opened ${dayWithYear(episode.opened_on)}`, episode.admission_source, episode.primary_substance, episode.referred_by]
      .filter((one) => one !== null)
      .join(', '),
  );
  if (input.referredOn != null && input.referredOn > episode.opened_on)
    throw refuseField('referredOn', `The episode opened on ${dayWithYear(episode.opened_on)}. Give that day or an earlier one.`);
  await refuseLocations(context, { programId: episode.program_id, siteId: input.siteId, groupId: input.groupId });
  if (input.groupId !== undefined && input.groupId !== episode.group_id && episode.closed_on === null)
    await changeGroup(context, clientId, { before: episode.group_id, after: input.groupId, openedOn: episode.opened_on });
  const set = {
    ...(input.siteId === undefined ? {} : { site_id: input.siteId }),
    ...(input.groupId === undefined ? {} : { group_id: input.groupId }),
    ...(input.referredOn === undefined ? {} : { referred_on: input.referredOn }),
    ...(input.referredBy === undefined ? {} : { referred_by: input.referredBy }),
    ...(input.admissionSource === undefined ? {} : { admission_source: input.admissionSource }),
    ...(input.primarySubstance === undefined ? {} : { primary_substance: input.primarySubstance }),
  };
  await changeEpisode(context, episodeId, set);
  await record.changed('episodes', [clientId]);
  return {};
};

type Move = { readonly before: string | null; readonly after: string | null; readonly openedOn: Day };

/** From today on the client is on the roster of the new home group; until yesterday they were on that of the old one. */
async function changeGroup(context: Context, clientId: string, { before, after, openedOn }: Move): Promise<void> {
  const { db, actor, now, zone } = context;
  const today = dayAt(now, zone);
  if (before !== null) {
    const onDay = addDays(today, -1);
    await endEnrollments(db, { clientId, onDay, enrollments: await lockEnrollments(context, { clientId, onDay, groupId: before }) });
  }
  if (after === null) return;
  const enrollment = { clientId, groupId: after, fromOn: openedOn > today ? openedOn : today, weekdays: null };
  await refuseEnrollment(context, enrollment);
  await enrollInGroup(db, actor.organizationId, enrollment);
}
