import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { adjustments } from '#contract/adjustments.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { triggerNames } from '#domain/adjustments/states-words.ts';
import { triggers, type Trigger } from '#domain/adjustments/open.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import styles from './ContactDialog.module.css';

type StartDialogProps = { clientId: string; onStarted: (adjustmentId: string) => void; onClose: () => void };
type ByHand = Exclude<Trigger, 'screen'>;

const options = triggers
  .filter((trigger): trigger is ByHand => trigger !== 'screen')
  .map((value) => ({ value, label: triggerNames[value] }));

/** Starts an adjustment that no screen asked for: the same object, with the same clocks. */
export function StartDialog({ clientId, onStarted, onClose }: StartDialogProps) {
  const [key] = useState(newKey);
  const [trigger, setTrigger] = useState<ByHand | null>(null);
  const [about, setAbout] = useState('');
  const start = useMutation({
    networkMode: 'always',
    mutationFn: (from: ByHand) => call(adjustments.start, { clientId, trigger: from, about }, { key }),
    onSuccess: ({ id }) => {
      onStarted(id);
    },
  });

  return (
    <DialogLater
      open
      onClose={onClose}
      title={adjustmentsWords.start.title}
      closeLabel={adjustmentsWords.close}
      actions={
        <Button
          tone="primary"
          disabled={trigger === null || about.trim() === '' || start.isPending}
          onClick={() => trigger !== null && start.mutate(trigger)}
        >
          {start.isPending ? adjustmentsWords.start.starting : adjustmentsWords.start.start}
        </Button>
      }
    >
      <div className={styles['fields']}>
        <RadioRow label={adjustmentsWords.start.from} options={options} value={trigger} onChoose={setTrigger} />
        <Field label={adjustmentsWords.start.about}>
          {(wiring) => <TextArea {...wiring} rows={2} maxLength={300} value={about} onChange={(event) => setAbout(event.target.value)} />}
        </Field>
        {start.error instanceof Refused && <Fault>{start.error.problem.fields?.[0]?.message ?? start.error.message}</Fault>}
      </div>
    </DialogLater>
  );
}
