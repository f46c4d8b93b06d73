import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { caseload } from '#contract/caseload.ts';
import { call, Refused } from '#api/client.ts';
import { serverNow } from '#api/clock.ts';
import { newKey } from '#api/idempotency-key.ts';
import { momentTyped, typedMoment } from '#domain/calendar/typed-moment.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { NotificationFields } from '#ui/NotificationFields.tsx';

type NotificationDialogProps = { clientId: string; name: string; why: string; zone: string; onClose: () => void };

/** The one answer that Cairn insists on: who was told, and when. It starts blank but for the time of asking. */
export function NotificationDialog({ clientId, name, why, zone, onClose }: NotificationDialogProps) {
  const [key] = useState(newKey);
  const [notified, setNotified] = useState(() => ({ who: '', at: typedMoment(serverNow(), zone) }));
  const record = useMutation({
    mutationFn: () =>
      call(caseload.recordNotification, { clientId, notified: { who: notified.who, at: momentTyped(notified.at, zone) } }, { key }),
    onSuccess: () => {
      onClose();
    },
  });
  const fault = (field: string) =>
    record.error instanceof Refused ? (record.error.problem.fields?.find((problem) => problem.field === field)?.message ?? null) : null;

  return (
    <DialogLater
      open
      onClose={onClose}
      title={`Who did you tell about ${name}, and when?`}
      closeLabel="Close"
      actions={
        <Button tone="primary" disabled={record.isPending} onClick={() => record.mutate()}>
          Record
        </Button>
      }
    >
      <p>{why}</p>
      <NotificationFields
        labels={{ who: 'Who was notified, and what they will do', at: 'When' }}
        draft={notified}
        onChange={setNotified}
        errors={{ who: fault('notified.who'), at: fault('notified.at') }}
      />
      {record.error instanceof Refused && record.error.problem.fields === undefined && <p role="alert">{record.error.message}</p>}
    </DialogLater>
  );
}
