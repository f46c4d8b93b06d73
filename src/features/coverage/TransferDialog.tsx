import { call } from '#api/client.ts';
import { coverage } from '#contract/coverage.ts';
import { useEditForm } from '#api/useEditForm.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { announce } from '#ui/announcements.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { coveragePageWords } from './coverage-page-words.ts';

type TransferDialogProps = {
  title: string;
  fromId: string | null;
  clientIds: readonly string[];
  staff: readonly { readonly id: string; readonly name: string }[];
  today: Day;
  onDone: (message: string) => void;
  onClose: () => void;
};

/** To whom, from which day, and the note that goes with the clients. */
export function TransferDialog({ title, fromId, clientIds, staff, today, onDone, onClose }: TransferDialogProps) {
  const form = useEditForm({
    start: { toId: '', on: today as string, note: '' },
    save: ({ toId, on, note }, options) => call(coverage.transfer, { fromId, toId, clientIds: [...clientIds], on, note }, options),
    onSaved: ({ transferred }) => {
      const notified = coveragePageWords.handed(transferred, staff.find(({ id }) => id === form.values.toId)?.name ?? '');
      announce(notified);
      onDone(notified);
    },
  });
  return (
    <DialogForm
      title={title}
      form={form}
      fields={[
        {
          kind: 'select',
          name: 'toId',
          label: coveragePageWords.toWhom,
          options: staff.filter(({ id }) => id !== fromId).map(({ id, name }) => ({ value: id, label: name })),
          half: true,
        },
        { kind: 'date', name: 'on', label: coveragePageWords.on, half: true },
        { kind: 'area', name: 'note', label: coveragePageWords.handNote, hint: coveragePageWords.handHint },
      ]}
      words={{ ...coveragePageWords.form, save: coveragePageWords.handOver(clientIds.length) }}
      onClose={onClose}
    />
  );
}
