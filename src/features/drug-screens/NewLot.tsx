import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { panels } from '#contract/drug-screens-panels.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './LogDialogs.module.css';
import { lotWords } from './lot-words.ts';

type NewLotProps = { panelId: string; onAdded: (lot: string) => void };

/** Writes down the lot and the date on a box that was opened, by whoever opened it. */
export function NewLot({ panelId, onAdded }: NewLotProps) {
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState(newKey);
  const [lot, setLot] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const add = useMutation({
    mutationFn: () => call(panels.addLot, { panelId, lot, expiresOn }, { key }),
    onSuccess: (added) => {
      onAdded(added.lot);
      close();
    },
  });
  const close = () => {
    setOpen(false);
    setKey(newKey());
    setLot('');
    setExpiresOn('');
    add.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const problem = add.error instanceof Refused ? add.error.problem : null;
  const fault = (field: string) => problem?.fields?.find((one) => one.field === field)?.message ?? null;

  return (
    <>
      <Button size="field" onClick={() => setOpen(true)}>
        {lotWords.open}
      </Button>
      <DialogLater open={isOpen} onClose={close} title={lotWords.title} closeLabel={lotWords.close}>
        <form className={styles['report']} onSubmit={submit}>
          <Field label={lotWords.lot} error={fault('lot')}>
            {(wiring) => <TextInput {...wiring} autoComplete="off" value={lot} onChange={(event) => setLot(event.target.value)} />}
          </Field>
          <Field label={lotWords.expires} error={fault('expiresOn')}>
            {(wiring) => <TextInput {...wiring} type="date" value={expiresOn} onChange={(event) => setExpiresOn(event.target.value)} />}
          </Field>
          {add.error !== null && problem?.fields === undefined && <p role="alert">{problem?.detail ?? add.error.message}</p>}
          <Button type="submit" tone="primary" size="field" disabled={lot.trim() === '' || expiresOn === '' || add.isPending}>
            {add.isPending ? lotWords.adding : lotWords.add}
          </Button>
        </form>
      </DialogLater>
    </>
  );
}
