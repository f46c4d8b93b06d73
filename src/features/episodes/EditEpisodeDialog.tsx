import { call } from '#api/client.ts';
import { episodes } from '#contract/episodes.ts';
import { orNull, useEditForm } from '#api/useEditForm.ts';
import type { Care, EpisodeShown } from '#contract/episodes-shown.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { locationFields, sourceFields } from './episode-fields.ts';
import { episodesWords } from './episodes-words.ts';

type EditEpisodeDialogProps = { care: Care; episode: EpisodeShown; onClose: () => void };

/** Corrects where the client came from and where they come to. */
export function EditEpisodeDialog({ care, episode, onClose }: EditEpisodeDialogProps) {
  const form = useEditForm({
    start: {
      siteId: episode.siteId ?? '',
      groupId: episode.groupId ?? '',
      referredOn: episode.referredOn ?? '',
      referredBy: episode.referredBy ?? '',
      admissionSource: episode.admissionSource ?? '',
      primarySubstance: episode.primarySubstance ?? '',
    },
    save: (typed, options) =>
      call(
        episodes.edit,
        {
          clientId: care.client.clientId,
          episodeId: episode.id,
          siteId: orNull(typed.siteId),
          groupId: orNull(typed.groupId),
          referredOn: orNull(typed.referredOn),
          referredBy: orNull(typed.referredBy),
          admissionSource: orNull(typed.admissionSource),
          primarySubstance: orNull(typed.primarySubstance),
        },
        { ...options, version: episode.version },
      ),
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={episodesWords.episode.editTitle}
      form={form}
      fields={[
        ...locationFields(care.choices, episode.programId, episode.groupId),
        ...sourceFields(care.choices, { source: episode.admissionSource, substance: episode.primarySubstance }),
      ]}
      words={episodesWords.form}
      onClose={onClose}
    />
  );
}
