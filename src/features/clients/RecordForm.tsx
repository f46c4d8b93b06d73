import type { ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { Fault } from '#ui/Fault.tsx';
import styles from './Record.module.css';
import { recordWords, whereLabel } from './record-words.ts';
import type { useRecordForm } from './useRecordForm.ts';

type RecordFormProps = {
  form: Omit<ReturnType<typeof useRecordForm>, 'save'>;
  /** The id of the field that a problem is in. */
  idOf: (field: string) => string;
  /** What somebody else wrote meanwhile. */
  stale: string | null;
  /** Beside the buttons that end it. */
  more?: ReactNode;
  onSave: (form: HTMLFormElement) => void;
  onCancel: () => void;
  children: ReactNode;
};

/** What every form of a record has: what is wrong on top, linked to its fields, and Enter saves. */
export function RecordForm({ form, idOf, stale, more, onSave, onCancel, children }: RecordFormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.saving) onSave(event.currentTarget);
      }}
    >
      {form.problems.length > 0 && (
        <ErrorSummary
          key={form.tries}
          title={recordWords.problems}
          errors={form.problems.map(({ field, message }) => ({ fieldId: idOf(field), message: `${whereLabel(field)}${message}` }))}
        />
      )}
      {stale !== null && (
        <p className={styles['stale']} role="status">
          {stale}
        </p>
      )}
      {children}
      {form.fault !== null && <Fault>{form.fault}</Fault>}
      <div className={styles['ends']}>
        <Button type="submit" tone="primary" disabled={form.saving}>
          {form.saving ? recordWords.saving : recordWords.save}
        </Button>
        {more}
        <Button onClick={onCancel}>{recordWords.cancel}</Button>
      </div>
    </form>
  );
}
