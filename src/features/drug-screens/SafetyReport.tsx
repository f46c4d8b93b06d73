import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { drugScreens } from '#contract/drug-screens.ts';
import { call, Refused } from '#api/client.ts';
import { serverNow } from '#api/clock.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { Zone } from '#domain/calendar/calendar.ts';
import { momentTyped, typedMoment } from '#domain/calendar/typed-moment.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Field } from '#ui/Field.tsx';
import { NotificationFields } from '#ui/NotificationFields.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './LogDialogs.module.css';
import type { LogRow } from './log-rows.ts';
import { concernWords } from './walk-in-words.ts';

type Trigger = 'intoxication' | 'withdrawal';
type SafetyReportProps = { sessionId: string; rows: readonly LogRow[]; zone: Zone };

/** Intoxication or withdrawal that the reader sees. It can't wait for the log, so it is stored by itself, with whom they told. */
export function SafetyReport({ sessionId, rows, zone }: SafetyReportProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {concernWords.open}
      </Button>
      {open && <ReportForm sessionId={sessionId} rows={rows} zone={zone} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReportForm({ sessionId, rows, zone, onClose }: SafetyReportProps & { onClose: () => void }) {
  const [key] = useState(newKey);
  const [clientId, setClientId] = useState('');
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [notified, setNotified] = useState(() => ({ who: '', at: typedMoment(serverNow(), zone) }));
  const [tried, setTried] = useState(false);
  const at = momentTyped(notified.at, zone);
  const { missing } = concernWords;
  const record = useMutation({
    mutationFn: (seen: Trigger) =>
      call(
        drugScreens.record,
        {
          sessionId,
          panelId: null,
          lot: null,
          cupsCounted: 0,
          rows: [],
          safety: [{ clientId, trigger: seen, notified: { who: notified.who, at } }],
        },
        { key },
      ),
    onSuccess: () => {
      announce(concernWords.recorded(rows.find((row) => row.clientId === clientId)?.name ?? ''));
      onClose();
    },
  });
  const refused = record.error instanceof Refused ? record.error.problem.fields : undefined;
  const fault = (field: 'clientId' | 'notified.who' | 'notified.at', isMissing: boolean) =>
    tried && isMissing ? missing[field] : (refused?.find((problem) => problem.field === `safety.0.${field}`)?.message ?? null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (clientId !== '' && trigger !== null && notified.who.trim() !== '' && at !== '') record.mutate(trigger);
  };

  return (
    <DialogLater open onClose={onClose} title={concernWords.title} closeLabel={concernWords.close}>
      <form className={styles['report']} onSubmit={submit}>
        <p>{concernWords.intro}</p>
        <Field label={concernWords.who} error={fault('clientId', clientId === '')}>
          {(wiring) => (
            <Select {...wiring} value={clientId} onChange={(event) => setClientId(event.target.value)}>
              <option value="">{concernWords.choose}</option>
              {rows.map((row) => (
                <option key={row.id} value={row.clientId}>
                  {row.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <RadioRow<Trigger>
          label={concernWords.seen}
          options={(['intoxication', 'withdrawal'] as const).map((value) => ({ value, label: concernWords[value] }))}
          value={trigger}
          onChoose={setTrigger}
          error={tried && trigger === null ? missing.trigger : null}
        />
        <NotificationFields
          labels={{ who: concernWords.notified, at: concernWords.when }}
          draft={notified}
          onChange={setNotified}
          errors={{ who: fault('notified.who', notified.who.trim() === ''), at: fault('notified.at', at === '') }}
        />
        {record.error !== null && refused === undefined && <p role="alert">{record.error.message}</p>}
        <Button type="submit" tone="primary" disabled={record.isPending}>
          {record.isPending ? concernWords.recording : concernWords.record}
        </Button>
      </form>
    </DialogLater>
  );
}
