import { call } from '#api/client.ts';
import { episodes } from '#contract/episodes.ts';
import { numberFrom, orNull, useEditForm } from '#api/useEditForm.ts';
import type { Care } from '#contract/episodes-shown.ts';
import { admissionSummary } from '#domain/episodes/admission-words.ts';
import { admissionOn } from '#domain/episodes/admission.ts';
import { dayFrom } from '#domain/calendar/calendar.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import type { EditField } from '#ui/dialog-form.ts';
import { locationFields, programOptions, sourceFields, therapistOptions, wordsWith } from './episode-fields.ts';
import { episodesWords } from './episodes-words.ts';

/** Opens an episode, or reopens the last one. Which of the two, and why, is said before it is saved. */
export function StartEpisodeDialog({ care, onClose }: { care: Care; onClose: () => void }) {
  const { clientId } = care.client;
  const [last] = care.episodes;
  const latest =
    last === undefined
      ? null
      : {
          id: last.id,
          openedOn: last.openedOn,
          closedOn: last.closedOn,
          closedBecause: last.closedBecause,
          lastServedOn: care.lastServedOn,
        };
  const [only] = care.choices.programs;
  const form = useEditForm({
    start: {
      openedOn: care.today as string,
      programId: last?.programId ?? (care.choices.programs.length === 1 ? (only?.id ?? '') : ''),
      therapistId: '',
      siteId: last?.siteId ?? '',
      groupId: '',
      referredOn: '',
      referredBy: '',
      admissionSource: '',
      primarySubstance: last?.primarySubstance ?? '',
      level: care.choices.levels[0] ?? '',
      hoursPerWeek: '9',
    },
    save: (typed, options) =>
      call(
        episodes.start,
        {
          clientId,
          as: reopens ? 'reopened' : 'new',
          openedOn: typed.openedOn,
          programId: typed.programId,
          therapistId: orNull(typed.therapistId),
          siteId: orNull(typed.siteId),
          groupId: orNull(typed.groupId),
          referredOn: orNull(typed.referredOn),
          referredBy: orNull(typed.referredBy),
          admissionSource: orNull(typed.admissionSource),
          primarySubstance: orNull(typed.primarySubstance),
          level: typed.level,
          hoursPerWeek: numberFrom(typed.hoursPerWeek),
        },
        options,
      ),
    onSaved: onClose,
  });
  const openedOn = dayFrom(form.values.openedOn);
  const admission = openedOn === null ? null : admissionOn(openedOn, latest, care);
  const reopens = admission?.kind === 'reopens';
  const fields: readonly EditField[] = [
    { kind: 'date', name: 'openedOn', label: episodesWords.episode.fields.openedOn, half: true },
    { kind: 'select', name: 'programId', label: episodesWords.episode.fields.program, options: programOptions(care.choices), half: true },
    ...locationFields(care.choices, form.values.programId),
    {
      kind: 'select',
      name: 'therapistId',
      label: episodesWords.episode.fields.therapist,
      options: therapistOptions(care.choices),
      none: episodesWords.episode.noTherapist,
      half: true,
    },
    { kind: 'number', name: 'hoursPerWeek', label: episodesWords.episode.fields.hours, half: true },
    { kind: 'select', name: 'level', label: episodesWords.episode.fields.level, options: wordsWith(care.choices.levels, null) },
    ...sourceFields(care.choices, { source: null, substance: last?.primarySubstance ?? null }),
  ];
  return (
    <DialogForm
      title={episodesWords.episode.start}
      form={form}
      fields={fields}
      words={{ ...episodesWords.form, save: reopens ? episodesWords.episode.startSave.reopened : episodesWords.episode.startSave.new }}
      summary={admission === null || openedOn === null ? undefined : admissionSummary(admission, openedOn, care.unservedDays)}
      blocked={blockedBecause(admission)}
      onClose={onClose}
    />
  );
}

/** Why no episode can be opened on the day that is typed; the sentence below the form says more. */
function blockedBecause(admission: ReturnType<typeof admissionOn> | null): string | null {
  if (admission === null) return episodesWords.episode.noDay;
  if (admission.kind === 'open-already') return episodesWords.episode.openAlready;
  return admission.kind === 'inside-earlier' ? episodesWords.episode.otherDay : null;
}
