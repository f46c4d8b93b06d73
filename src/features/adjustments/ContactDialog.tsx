import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { contacts } from '#contract/clients-contacts.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { methodNames } from '#domain/adjustments/states-words.ts';
import { contactMethods, type ContactMethod } from '#domain/adjustments/open.ts';
import { isContact } from '#domain/clients/contact-attempts.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import styles from './ContactDialog.module.css';

type ContactDialogProps = { clientId: string; name: string; onClose: () => void };

const ways = contactMethods.map((value) => ({ value, label: methodNames[value] }));
const answers = [
  { value: 'no' as const, label: adjustmentsWords.attempt.no },
  { value: 'yes' as const, label: adjustmentsWords.attempt.yes },
];

/** One try at reaching a client, just now. A voicemail or a letter is never two-way, so it isn't asked. */
export function ContactDialog({ clientId, name, onClose }: ContactDialogProps) {
  const [key] = useState(newKey);
  const [method, setMethod] = useState<ContactMethod | null>(null);
  const [reached, setReached] = useState<'yes' | 'no' | null>(null);
  const [note, setNote] = useState('');
  const mayReach = method !== null && isContact({ method, reached: true });
  const log = useMutation({
    networkMode: 'always',
    mutationFn: (way: ContactMethod) =>
      call(
        contacts.record,
        { clientId, method: way, twoWay: mayReach && reached === 'yes', at: 'now', ...(note.trim() === '' ? {} : { note }) },
        { key },
      ),
    onSuccess: ({ attempts }) => {
      announce(adjustmentsWords.attempt.logged(name, attempts));
      onClose();
    },
  });
  const complete = method !== null && (!mayReach || reached !== null);

  return (
    <DialogLater
      open
      onClose={onClose}
      title={adjustmentsWords.attempt.title(name)}
      closeLabel={adjustmentsWords.close}
      actions={
        <Button tone="primary" disabled={!complete || log.isPending} onClick={() => method !== null && log.mutate(method)}>
          {log.isPending ? adjustmentsWords.attempt.saving : adjustmentsWords.attempt.save}
        </Button>
      }
    >
      <div className={styles['fields']}>
        <RadioRow label={adjustmentsWords.attempt.how} options={ways} value={method} onChoose={setMethod} />
        {mayReach && <RadioRow label={adjustmentsWords.attempt.reached} options={answers} value={reached} onChoose={setReached} />}
        <Field label={adjustmentsWords.attempt.note}>
          {(wiring) => <TextInput {...wiring} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        {log.error instanceof Refused && <Fault>{log.error.problem.fields?.[0]?.message ?? log.error.message}</Fault>}
      </div>
    </DialogLater>
  );
}
