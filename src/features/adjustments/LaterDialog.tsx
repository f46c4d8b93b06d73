import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { adjustments } from '#contract/adjustments.ts';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { contactMethods, type ContactMethod } from '#domain/adjustments/open.ts';
import { methodNames } from '#domain/adjustments/states-words.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import { isContact } from '#domain/clients/contact-attempts.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import type { MomentDraft } from './adjustment-draft.ts';
import { momentIn } from './adjustment-inputs.ts';
import { adjustmentsWords } from './adjustments-words.ts';
import styles from './ContactDialog.module.css';
import { laterWords } from './later-words.ts';
import { MomentFields } from './MomentFields.tsx';

type LaterDialogProps = { page: AdjustmentShown; about: 'attached' | 'correction'; onClose: () => void };

const ways = contactMethods.filter((method) => isContact({ method, reached: true })).map((value) => ({ value, label: methodNames[value] }));

/** Records that later results were spoken of, or what the client was told of a correction. */
export function LaterDialog({ page, about, onClose }: LaterDialogProps) {
  const [key] = useState(newKey);
  const [moment, setMoment] = useState<MomentDraft>({ choice: null, text: '' });
  const [method, setMethod] = useState<ContactMethod | null>(null);
  const [note, setNote] = useState('');
  const at = momentIn(moment, page.timeZone);
  const ids = { clientId: page.client.id, adjustmentId: page.id };
  const answer = { key, version: page.version };
  const record = useMutation({
    networkMode: 'always',
    mutationFn: ({ when, how }: { when: 'now' | Instant; how: ContactMethod | null }) =>
      how === null
        ? call(adjustments.shareCorrection, { ...ids, at: when, note }, answer)
        : call(adjustments.speakOfLaterResults, { ...ids, at: when, method: how, note: note.trim() === '' ? null : note }, answer),
    onSuccess: () => {
      announce(laterWords.done);
      onClose();
    },
  });
  const complete = at !== null && (about === 'correction' ? note.trim() !== '' : method !== null);
  return (
    <DialogLater
      open
      onClose={onClose}
      title={about === 'correction' ? laterWords.shareTitle(page.client.name) : laterWords.speakTitle(page.client.name)}
      closeLabel={adjustmentsWords.close}
      actions={
        <Button
          tone="primary"
          disabled={!complete || record.isPending}
          onClick={() => at !== null && record.mutate({ when: at, how: about === 'correction' ? null : method })}
        >
          {record.isPending ? laterWords.saving : laterWords.save}
        </Button>
      }
    >
      <div className={styles['fields']}>
        <MomentFields field="laterAt" label={laterWords.when} moment={moment} onChange={setMoment} error={null} />
        {about === 'attached' && <RadioRow label={laterWords.how} options={ways} value={method} onChoose={setMethod} />}
        <Field label={about === 'correction' ? laterWords.shareNote : laterWords.note}>
          {(wiring) => (
            <TextArea
              {...wiring}
              value={note}
              maxLength={about === 'correction' ? 1000 : 500}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {record.error instanceof Refused && <Fault>{record.error.problem.fields?.[0]?.message ?? record.error.message}</Fault>}
      </div>
    </DialogLater>
  );
}
