import { call } from '#api/client.ts';
import { episodes } from '#contract/episodes.ts';
import { useEditForm } from '#api/useEditForm.ts';
import type { Care, EpisodeShown } from '#contract/episodes-shown.ts';
import { naloxoneAnswers } from '#domain/adjustments/open.ts';
import { dischargeNames } from '#domain/episodes/discharge-reasons-words.ts';
import { dischargeAsksNaloxone } from '#domain/episodes/discharge-naloxone.ts';
import { dischargeReasons, type DischargeReason } from '#domain/episodes/discharge-reasons.ts';
import { safetyCauses, signedByTwo } from '#domain/episodes/ending.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import type { EditField } from '#ui/dialog-form.ts';
import { therapistOptions } from './episode-fields.ts';
import { endWords } from './ending-words.ts';
import { episodesWords } from './episodes-words.ts';

type EndEpisodeDialogProps = { care: Care; episode: EpisodeShown; onClose: () => void };

const reasonOf = (typed: string): DischargeReason | undefined => dischargeReasons.find((one) => one === typed);
const byTwo = (reason: DischargeReason | undefined): boolean => reason !== undefined && signedByTwo(reason);

/** Ends an episode. Nothing is chosen beforehand, and no reason names a test. */
export function EndEpisodeDialog({ care, episode, onClose }: EndEpisodeDialogProps) {
  const form = useEditForm({
    start: {
      reason: '',
      closedOn: care.today as string,
      linkedTo: '',
      note: '',
      naloxone: '',
      secondSigner: '',
      safety: '',
      'safety.narrative': '',
    },
    save: (typed, { key }) => {
      const reason = reasonOf(typed.reason);
      const naloxone = naloxoneAnswers.find((one) => one === typed.naloxone);
      const cause = safetyCauses.find((one) => one === typed.safety);
      return call(
        episodes.end,
        {
          clientId: care.client.clientId,
          episodeId: episode.id,
          reason: reason ?? 'completed',
          closedOn: typed.closedOn,
          ...(typed.note.trim() === '' ? {} : { note: typed.note }),
          ...(typed.linkedTo.trim() === '' ? {} : { linkedTo: typed.linkedTo }),
          ...(naloxone === undefined ? {} : { naloxone }),
          ...(byTwo(reason) && typed.secondSigner !== '' ? { secondSigner: typed.secondSigner } : {}),
          ...(reason === 'ended-by-program' && cause !== undefined ? { safety: { cause, narrative: typed['safety.narrative'] } } : {}),
        },
        { key, version: episode.version },
      );
    },
    onSaved: onClose,
  });
  const reason = reasonOf(form.values.reason);
  const asksNaloxone = reason !== undefined && dischargeAsksNaloxone(reason, care.asksNaloxone);
  const fields: readonly EditField[] = [
    {
      kind: 'select',
      name: 'reason',
      label: endWords.reason,
      options: dischargeReasons.map((value) => ({ value, label: dischargeNames[value] })),
    },
    { kind: 'date', name: 'closedOn', label: endWords.closedOn, half: true },
    { kind: 'text', name: 'linkedTo', label: endWords.linkedTo, hint: endWords.linkedHint },
    ...(asksNaloxone
      ? [
          {
            kind: 'radio',
            name: 'naloxone',
            label: endWords.naloxone,
            options: naloxoneAnswers.map((value) => ({ value, label: endWords.naloxoneAnswers[value] })),
          } as const,
        ]
      : []),
    ...(reason === 'ended-by-program'
      ? ([
          {
            kind: 'radio',
            name: 'safety',
            label: endWords.cause,
            options: safetyCauses.map((value) => ({ value, label: endWords.causes[value] })),
          },
          { kind: 'area', name: 'safety.narrative', label: endWords.narrative },
        ] as const)
      : []),
    ...(byTwo(reason)
      ? [{ kind: 'select', name: 'secondSigner', label: endWords.secondSigner, options: therapistOptions(care.choices) } as const]
      : []),
    { kind: 'area', name: 'note', label: endWords.note },
  ];
  return (
    <DialogForm
      title={endWords.title}
      form={form}
      fields={fields}
      words={{ ...episodesWords.form, save: byTwo(reason) ? endWords.ask : endWords.save }}
      summary={[byTwo(reason) ? endWords.asks : null, asksNaloxone ? endWords.naloxoneText : endWords.reopens(care.unservedDays)]
        .filter((part) => part !== null)
        .join(' ')}
      blocked={reason === undefined ? endWords.chooseReason : null}
      onClose={onClose}
    />
  );
}
