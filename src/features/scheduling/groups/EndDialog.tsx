import { useState } from 'react';
import type { Day } from '#domain/calendar/calendar.ts';
import { DateInput } from '#ui/DateInput.tsx';
import { Field } from '#ui/Field.tsx';
import styles from '../dialogs/dialogs.module.css';
import { SavingDialog } from '../dialogs/SavingDialog.tsx';
import { useSaving } from '../useSaving.ts';

type EndDialogProps<Done> = {
  words: { readonly title: string; readonly does: string; readonly label: string; readonly note: string };
  today: Day;
  save: (lastOn: string, key: string) => Promise<Done>;
  onClose: () => void;
  onSaved: (done: Done) => void;
};

/** Asks for the last day of something that ends. */
export function EndDialog<Done>({ words, today, save, onClose, onSaved }: EndDialogProps<Done>) {
  const [lastOn, setLast] = useState<string>(today);
  const saving = useSaving({ save, fields: ['lastOn'], onSaved });
  return (
    <SavingDialog title={words.title} does={words.does} saving={saving} onClose={onClose} onSave={() => saving.send(lastOn)}>
      <Field label={words.label} {...saving.at('lastOn')}>
        {(wiring) => <DateInput {...wiring} value={lastOn} onChange={(event) => setLast(event.target.value)} />}
      </Field>
      <p className={styles['note']}>{words.note}</p>
    </SavingDialog>
  );
}
