import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { safetyConcerns } from '#contract/safety.ts';
import { call, Refused } from '#api/client.ts';
import { serverNow } from '#api/clock.ts';
import { newKey } from '#api/idempotency-key.ts';
import { raisedKinds } from '#contract/safety.ts';
import { momentTyped, typedMoment } from '#domain/calendar/typed-moment.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { NotificationFields } from '#ui/NotificationFields.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { safetyWords } from './safety-concerns-words.ts';
import styles from './SafetyConcerns.module.css';

type RaiseDialogProps = { clientId: string; called: string; zone: string; onClose: () => void };
type Kind = (typeof raisedKinds)[number];
type Source = 'staff' | 'family' | 'client';

const { raise: words } = safetyWords;
const sources: readonly Source[] = ['staff', 'family', 'client'];

/** Starts the safety clock for what somebody saw or said. Nothing is saved until somebody was told. */
export function RaiseDialog({ clientId, called, zone, onClose }: RaiseDialogProps) {
  const [key] = useState(newKey);
  const [kind, setKind] = useState<Kind | null>(null);
  const [source, setSource] = useState<Source | null>(null);
  const [summary, setSummary] = useState('');
  const [notified, setNotified] = useState(() => ({ who: '', at: typedMoment(serverNow(), zone) }));
  const [tried, setTried] = useState(false);
  const record = useMutation({
    networkMode: 'always',
    mutationFn: (of: { kind: Kind; source: Source }) =>
      call(
        safetyConcerns.raise,
        { clientId, ...of, summary, notified: { who: notified.who, at: momentTyped(notified.at, zone) } },
        { key },
      ),
    onSuccess: () => {
      announce(words.recorded(called));
      onClose();
    },
  });
  const fields = record.error instanceof Refused ? record.error.problem.fields : undefined;
  const fault = (field: string, missing: boolean) =>
    tried && missing ? words.missing : (fields?.find((problem) => problem.field === field)?.message ?? null);
  const save = () => {
    setTried(true);
    if (kind !== null && source !== null && summary.trim() !== '' && notified.who.trim() !== '') record.mutate({ kind, source });
  };

  return (
    <DialogLater
      open
      onClose={onClose}
      title={words.title(called)}
      closeLabel={safetyWords.close}
      actions={
        <Button tone="primary" size="field" disabled={record.isPending} onClick={save}>
          {record.isPending ? words.recording : words.record}
        </Button>
      }
    >
      <div className={styles['form']}>
        <p>{words.intro}</p>
        <RadioRow<Kind>
          stacked
          label={words.kind}
          options={raisedKinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChoose={setKind}
          error={fault('kind', kind === null)}
        />
        <RadioRow<Source>
          label={words.source}
          options={sources.map((value) => ({ value, label: words.sources[value] }))}
          value={source}
          onChoose={setSource}
          error={fault('source', source === null)}
        />
        <Field label={words.summary} error={fault('summary', summary.trim() === '')}>
          {(wiring) => (
            <TextArea {...wiring} rows={2} maxLength={500} value={summary} onChange={(event) => setSummary(event.target.value)} />
          )}
        </Field>
        <NotificationFields
          labels={{ who: words.notified, at: words.when }}
          draft={notified}
          onChange={setNotified}
          errors={{ who: fault('notified.who', notified.who.trim() === ''), at: fault('notified.at', false) }}
          atClass={styles['when']}
        />
        {record.error !== null && fields === undefined && <Fault>{record.error.message}</Fault>}
      </div>
    </DialogLater>
  );
}
