import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { drugScreens } from '#contract/drug-screens.ts';
import { call, Refused } from '#api/client.ts';
import { dayAt, dayFrom, momentOf, timeAt, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './LogDialogs.module.css';
import type { LogRow } from './log-rows.ts';
import { concernWords } from './walk-in-words.ts';

type Trigger = 'intoxication' | 'withdrawal';
type SafetyReportProps = { sessionId: string; rows: readonly LogRow[]; zone: Zone; now: () => Instant };

/** Intoxication or withdrawal that the reader sees. It can't wait for the log, so it is stored by itself, with whom they told. */
export function SafetyReport({ sessionId, rows, zone, now }: SafetyReportProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {concernWords.open}
      </Button>
      {open && <ReportForm sessionId={sessionId} rows={rows} zone={zone} now={now} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReportForm({ sessionId, rows, zone, now, onClose }: SafetyReportProps & { onClose: () => void }) {
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [clientId, setClientId] = useState('');
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [notified, setNotified] = useState('');
  const [when, setWhen] = useState(() => `${dayAt(now(), zone)}T${timeAt(now(), zone)}`);
  const [tried, setTried] = useState(false);
  const on = dayFrom(when.slice(0, 10));
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
          safety: [{ clientId, trigger: seen, notified: { who: notified, at: on === null ? '' : momentOf(on, when.slice(11, 16), zone) } }],
        },
        { key },
      ),
    onSuccess: async () => {
      announce(concernWords.recorded(rows.find((row) => row.clientId === clientId)?.name ?? ''));
      await cache.invalidateQueries({ queryKey: ['caseload'] });
      onClose();
    },
  });
  const refused = record.error instanceof Refused ? record.error.problem.fields : undefined;
  const fault = (field: 'clientId' | 'notified.who' | 'notified.at', isMissing: boolean) =>
    tried && isMissing ? missing[field] : (refused?.find((problem) => problem.field === `safety.0.${field}`)?.message ?? null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (clientId !== '' && trigger !== null && notified.trim() !== '' && on !== null) record.mutate(trigger);
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
        <Field label={concernWords.notified} error={fault('notified.who', notified.trim() === '')}>
          {(wiring) => <TextInput {...wiring} maxLength={200} value={notified} onChange={(event) => setNotified(event.target.value)} />}
        </Field>
        <Field label={concernWords.when} error={fault('notified.at', on === null)}>
          {(wiring) => <TextInput {...wiring} type="datetime-local" value={when} onChange={(event) => setWhen(event.target.value)} />}
        </Field>
        {record.error !== null && refused === undefined && <p role="alert">{record.error.message}</p>}
        <Button type="submit" tone="primary" disabled={record.isPending}>
          {record.isPending ? concernWords.recording : concernWords.record}
        </Button>
      </form>
    </DialogLater>
  );
}
