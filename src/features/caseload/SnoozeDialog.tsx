import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { caseload } from '#contract/caseload.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { CaseloadRow } from '#contract/caseload.ts';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { DateInput } from '#ui/DateInput.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { snoozeDialogWords as words } from './snooze-dialog-words.ts';

type SnoozeDialogProps = { row: CaseloadRow; today: Day; onClose: () => void };

/** Puts one reason off, with a why and a date. A new reason is never hidden by it. */
export function SnoozeDialog({ row, today, onClose }: SnoozeDialogProps) {
  const [key] = useState(newKey);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string>(addDays(today, 1));
  const [supervisor, setSupervisor] = useState('');
  const need = row.needs[0];
  const asksSupervisor = need?.kind === 'talk' || need?.kind === 'lost-contact';
  const snooze = useMutation({
    mutationFn: (kind: CaseloadRow['needs'][number]) =>
      call(
        caseload.snooze,
        {
          clientId: row.clientId,
          need: kind.kind,
          reason,
          until,
          ...(kind.adjustmentId === undefined ? {} : { adjustmentId: kind.adjustmentId }),
          ...(supervisor.trim() === '' ? {} : { supervisor }),
        },
        { key },
      ),
    onSuccess: () => {
      onClose();
    },
  });
  const fault = (field: string) =>
    snooze.error instanceof Refused ? (snooze.error.problem.fields?.find((problem) => problem.field === field)?.message ?? null) : null;

  return (
    <DialogLater
      open
      onClose={onClose}
      title={words.title(row.name)}
      closeLabel={words.close}
      actions={
        <Button tone="primary" disabled={snooze.isPending || need === undefined} onClick={() => need !== undefined && snooze.mutate(need)}>
          {words.snooze}
        </Button>
      }
    >
      <Field label={words.reason} error={fault('reason')}>
        {(wiring) => <TextInput {...wiring} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <Field label={words.until} hint={words.untilHint} error={fault('until')}>
        {(wiring) => <DateInput {...wiring} value={until} onChange={(event) => setUntil(event.target.value)} />}
      </Field>
      {asksSupervisor && (
        <Field label={words.supervisor} error={fault('supervisor')}>
          {(wiring) => <TextInput {...wiring} value={supervisor} onChange={(event) => setSupervisor(event.target.value)} />}
        </Field>
      )}
      {snooze.error instanceof Refused && snooze.error.problem.fields === undefined && <p role="alert">{snooze.error.message}</p>}
    </DialogLater>
  );
}
