import type { EndingRequestShown, EpisodeShown } from '#contract/episodes-shown.ts';
import { dischargeLabel, dischargeNames } from '#domain/episodes/discharge-reasons-words.ts';
import { levelSpans } from '#domain/episodes/spans.ts';
import type { Actor } from '#server/access/actor.ts';
import type { OpenEndingRequest } from './ending-requests.rows.ts';
import type { EpisodesOnRecord } from './episodes.rows.ts';

/** The episodes of a client as people read them, the newest first: each with its levels of care and with what was closed and opened again. */
export const episodesShown = ({ rows, levels, reopenings }: EpisodesOnRecord): readonly EpisodeShown[] =>
  rows.map((row) => ({
    id: row.id,
    version: row.version,
    programId: row.program_id,
    program: row.program,
    siteId: row.site_id,
    site: row.site,
    groupId: row.group_id,
    group: row.group,
    therapistId: row.therapist_id,
    therapist: row.therapist,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    closedBecause: dischargeLabel(row.closed_because),
    referredOn: row.referred_on,
    referredBy: row.referred_by,
    admissionSource: row.admission_source,
    primarySubstance: row.primary_substance,
    linkedTo: row.linked_to,
    dischargeNote: row.discharge_note,
    levels: levelSpans(
      levels
        .filter(({ episode_id }) => episode_id === row.id)
        .map(({ id, level, from_on, version }) => ({ id, level, from: from_on, version })),
      row.closed_on,
    ).map((span) => ({ ...span, version: levels.find(({ id }) => id === span.id)?.version ?? 1 })),
    reopenings: reopenings
      .filter(({ episodeId }) => episodeId === row.id)
      .map((one) => ({ ...one, because: dischargeLabel(one.because) ?? '' })),
  }));

/** An ending that waits for a second signature, and what this person has to do with it. */
export function endingRequestShown(request: OpenEndingRequest | undefined, { staffId }: Pick<Actor, 'staffId'>): EndingRequestShown | null {
  if (request === undefined) return null;
  const { reason, ...ending } = request.ending;
  return {
    id: request.id,
    ...ending,
    reason: dischargeNames[reason],
    requestedBy: request.requester,
    requestedAt: request.requested_at,
    signer: request.signer,
    part: request.second_signer === staffId ? 'signer' : request.requested_by === staffId ? 'requester' : 'neither',
  };
}
