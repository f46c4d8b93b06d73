import type { SubmitEvent } from 'react';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { NotificationFields } from '#ui/NotificationFields.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './Breath.module.css';
import { breathLogWords as words } from './breath-words.ts';
import type { CupLog, LogRow } from './log-rows.ts';
import { useBreath } from './useBreath.ts';

type BreathDialogProps = {
  log: CupLog;
  rows: readonly LogRow[];
  /** The row that has the focus, and what was typed there already. */
  clientId: string;
  typed: string;
  onClose: () => void;
};

/** One reading, stored at once and outside the count of cups. The number first: the rest is filled in from the row and the clock. */
export function BreathDialog({ log, rows, clientId, typed, onClose }: BreathDialogProps) {
  const { draft, over, put, fault, refused, submit, isSaving } = useBreath({ log, rows, clientId, typed, onSaved: onClose });
  const people = rows.filter((row, index) => rows.findIndex((other) => other.clientId === row.clientId) === index);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <DialogLater open onClose={onClose} title={words.title} closeLabel={words.close}>
      <form className={styles['form']} onSubmit={send}>
        <Field label={words.value} hint={words.unit} error={fault('value')} className={styles['value']}>
          {(wiring) => (
            <TextInput
              {...wiring}
              inputMode="decimal"
              autoComplete="off"
              maxLength={8}
              value={draft.typed}
              onChange={(event) => put({ typed: event.target.value })}
            />
          )}
        </Field>
        {over && (
          <div className={styles['over']}>
            <p>{words.overLimit}</p>
            <NotificationFields
              labels={{ who: words.notified, at: words.when }}
              draft={draft.notified}
              onChange={(notified) => put({ notified })}
              errors={{ who: fault('notified.who'), at: fault('notified.at') }}
            />
          </div>
        )}
        <Field label={words.who} error={fault('clientId')}>
          {(wiring) => (
            <Select {...wiring} value={draft.clientId} onChange={(event) => put({ clientId: event.target.value })}>
              <option value="">{words.choose}</option>
              {people.map((row) => (
                <option key={row.id} value={row.clientId}>
                  {row.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className={styles['facts']}>
          <Field label={words.at} error={fault('at')}>
            {(wiring) => <TextInput {...wiring} type="time" value={draft.time} onChange={(event) => put({ time: event.target.value })} />}
          </Field>
          <Field label={words.device} error={fault('panelId')}>
            {(wiring) => (
              <Select {...wiring} value={draft.panelId} onChange={(event) => put({ panelId: event.target.value })}>
                {log.breath?.devices.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {refused !== null && <Fault>{refused}</Fault>}
        <Button type="submit" tone="primary" size="field" disabled={isSaving}>
          {isSaving ? words.saving : words.save}
        </Button>
      </form>
    </DialogLater>
  );
}
