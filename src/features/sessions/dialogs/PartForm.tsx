import type { ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { savingWords } from '../saving-words.ts';
import styles from './dialogs.module.css';

type PartFormProps = {
  note?: string | undefined;
  does: string;
  pending: boolean;
  disabled?: boolean | undefined;
  otherwise: string | null;
  onSave: () => void;
  children?: ReactNode;
};

/** One part of a dialog that saves by itself. */
export function PartForm({ note, does, pending, disabled, otherwise, onSave, children }: PartFormProps) {
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {note !== undefined && <p className={styles['note']}>{note}</p>}
      {children}
      {otherwise !== null && (
        <p role="alert" className={styles['otherwise']}>
          {otherwise}
        </p>
      )}
      <div>
        <Button tone="primary" disabled={pending || disabled === true} onClick={onSave}>
          {pending ? savingWords.saving : does}
        </Button>
      </div>
    </form>
  );
}
