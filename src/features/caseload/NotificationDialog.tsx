import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { caseload } from '#contract/caseload.ts';
import { call, Refused } from '#api/client.ts';
import { dayAt, dayFrom, instantOf, momentOf, timeAt } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';

type NotificationDialogProps = { clientId: string; why: string; zone: string; onClose: () => void };

/** The one answer that Cairn insists on: who was told, and when. It starts blank but for the time of asking. */
export function NotificationDialog({ clientId, why, zone, onClose }: NotificationDialogProps) {
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [notified, setNotified] = useState('');
  const [when, setWhen] = useState(() => clockIn(zone));
  const on = dayFrom(when.slice(0, 10));
  const record = useMutation({
    mutationFn: () =>
      call(
        caseload.recordNotification,
        { clientId, notified: { who: notified, at: on === null ? '' : momentOf(on, when.slice(11, 16), zone) } },
        { key },
      ),
    onSuccess: async () => {
      await Promise.all(['caseload', 'clients', 'safety-concerns'].map((noun) => cache.invalidateQueries({ queryKey: [noun] })));
      onClose();
    },
  });
  const fault = (field: string) =>
    record.error instanceof Refused ? (record.error.problem.fields?.find((problem) => problem.field === field)?.message ?? null) : null;

  return (
    <DialogLater
      open
      onClose={onClose}
      title="Who did you tell, and when?"
      closeLabel="Close"
      actions={
        <Button tone="primary" disabled={record.isPending} onClick={() => record.mutate()}>
          Record
        </Button>
      }
    >
      <p>{why}</p>
      <Field label="Who was told, and what they will do" error={fault('notified.who')}>
        {(wiring) => <TextInput {...wiring} value={notified} onChange={(event) => setNotified(event.target.value)} />}
      </Field>
      <Field label="When" error={fault('notified.at')}>
        {(wiring) => <TextInput {...wiring} type="datetime-local" value={when} onChange={(event) => setWhen(event.target.value)} />}
      </Field>
      {record.error instanceof Refused && record.error.problem.fields === undefined && <p role="alert">{record.error.message}</p>}
    </DialogLater>
  );
}

/** The clinic's day and time now, as the browser's own field wants it. */
function clockIn(zone: string): string {
  const now = instantOf(new Date());
  return `${dayAt(now, zone)}T${timeAt(now, zone)}`;
}
