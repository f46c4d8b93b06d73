import { call } from '#api/client.ts';
import { episodes } from '#contract/episodes.ts';
import { orNull, useEditForm } from '#api/useEditForm.ts';
import type { Care, LeaveShown } from '#contract/episodes-shown.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { episodesWords } from './episodes-words.ts';

type LeaveDialogProps = { care: Care; span: LeaveShown | null; onClose: () => void };

/** A leave that begins, and its end once the client is back. */
export function LeaveDialog({ care, span, onClose }: LeaveDialogProps) {
  const { clientId } = care.client;
  const form = useEditForm<{ from: string; expectedBackOn: string; to: string; reason: string }, object>({
    start: { from: span?.from ?? care.today, expectedBackOn: span?.expectedBackOn ?? '', to: span?.to ?? '', reason: span?.reason ?? '' },
    save: ({ from, reason, ...typed }, options) => {
      const leave = { clientId, from, reason, expectedBackOn: orNull(typed.expectedBackOn), to: orNull(typed.to) };
      return span === null
        ? call(episodes.startLeave, leave, options)
        : call(episodes.changeLeave, { ...leave, leaveId: span.id }, { ...options, version: span.version });
    },
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={span === null ? episodesWords.leaves.addTitle : episodesWords.leaves.changeTitle}
      form={form}
      fields={[
        { kind: 'list', name: 'reason', label: episodesWords.leaves.reason, options: care.choices.leaveReasons },
        { kind: 'date', name: 'from', label: episodesWords.leaves.from, half: true },
        { kind: 'date', name: 'expectedBackOn', label: episodesWords.leaves.expected, half: true },
        { kind: 'date', name: 'to', label: episodesWords.leaves.to, hint: episodesWords.leaves.toHint, half: true },
      ]}
      words={episodesWords.form}
      summary={episodesWords.leaves.hint}
      onClose={onClose}
    />
  );
}
