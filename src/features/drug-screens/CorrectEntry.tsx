import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { drugScreens } from '#contract/drug-screens.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { DateInput } from '#ui/DateInput.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { amendmentOf, missingIn, startOf, type Correction, type Reason } from './correction.ts';
import { correctionWords } from './correction-words.ts';
import { CupSummary } from './CupSummary.tsx';
import styles from './LogDialogs.module.css';
import type { CupLog, LogRow, Panel, Recorded } from './log-rows.ts';

type CorrectEntryProps = {
  row: LogRow;
  recorded: Recorded;
  rows: readonly LogRow[];
  panel: Panel;
  lot: string | null;
  observers: CupLog['observers'];
  onClose: () => void;
};

const reasons: readonly Reason[] = ['misread-strip', 'wrong-client', 'wrong-date', 'other'];

/** Puts a saved entry right. The earlier one stays, and whoever acted on it sees that it changed. */
export function CorrectEntry({ row, recorded, rows, panel, lot, observers, onClose }: CorrectEntryProps) {
  const [key, setKey] = useState(newKey);
  const [correction, setCorrection] = useState(() => startOf(recorded));
  const [tried, setTried] = useState(false);
  const put = (part: Partial<Correction>) => {
    setCorrection({ ...correction, ...part });
    // Another content is another request.
    setKey(newKey());
  };
  const amend = useMutation({
    mutationFn: (because: Reason) =>
      call(drugScreens.amend, amendmentOf(correction, because, recorded, { panelId: panel.id, lot }), { key }),
    onSuccess: () => {
      announce(correctionWords.saved(row.name));
      onClose();
    },
  });
  const missing = tried ? missingIn(correction) : [];
  const fault = (part: (typeof missing)[number]) => (missing.includes(part) ? correctionWords.missing[part] : null);
  const { because } = correction;
  const fields = amend.error instanceof Refused ? amend.error.problem.fields : undefined;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (because !== null && missingIn(correction).length === 0) amend.mutate(because);
  };

  return (
    <DialogLater open onClose={onClose} title={correctionWords.title(row.name)} closeLabel={correctionWords.close}>
      <form className={styles['report']} onSubmit={submit}>
        <p>{correctionWords.stays}</p>
        <RadioRow<Reason>
          stacked
          label={correctionWords.because}
          options={reasons.map((value) => ({ value, label: correctionWords.reasons[value] }))}
          value={because}
          onChoose={(value) => put({ because: value })}
          error={fault('because')}
        />
        {(because === 'misread-strip' || because === 'other') && (
          <CupSummary correction={correction} codes={panel.analytes} fault={fault('strips')} observers={observers} onChange={put} />
        )}
        {because === 'wrong-client' && (
          <Field label={correctionWords.client} error={fault('client')}>
            {(wiring) => (
              <Select {...wiring} value={correction.clientId} onChange={(event) => put({ clientId: event.target.value })}>
                <option value="">{correctionWords.choose}</option>
                {rows
                  .filter((other) => other.clientId !== row.clientId && other.recorded === null)
                  .map((other) => (
                    <option key={other.id} value={other.clientId}>
                      {other.name}
                    </option>
                  ))}
              </Select>
            )}
          </Field>
        )}
        {because === 'wrong-date' && (
          <Field label={correctionWords.date} error={fault('date')}>
            {(wiring) => <DateInput {...wiring} value={correction.day} onChange={(event) => put({ day: event.target.value })} />}
          </Field>
        )}
        {because === 'other' && (
          <Field label={correctionWords.words} error={fault('words')}>
            {(wiring) => (
              <TextInput {...wiring} maxLength={500} value={correction.words} onChange={(event) => put({ words: event.target.value })} />
            )}
          </Field>
        )}
        {amend.error !== null && <p role="alert">{fields?.map(({ message }) => message).join(' ') ?? amend.error.message}</p>}
        <Button type="submit" tone="primary" size="field" disabled={amend.isPending}>
          {amend.isPending ? correctionWords.saving : correctionWords.save}
        </Button>
      </form>
    </DialogLater>
  );
}
