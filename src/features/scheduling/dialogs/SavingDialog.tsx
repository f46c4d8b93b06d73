import type { ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { savingWords } from '../saving-words.ts';
import type { Saving } from '../useSaving.ts';
import styles from './dialogs.module.css';
import { RefusedSummary } from './RefusedSummary.tsx';

type SavingDialogProps = {
  title: string;
  /** What the main button says. */
  does?: string | undefined;
  saving: Saving;
  disabled?: boolean | undefined;
  look?: 'center' | 'side' | undefined;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog: what it asks, what was refused, and two buttons. Enter saves. */
export function SavingDialog({
  title,
  does = savingWords.save,
  saving: { pending, refusedFields, alert },
  disabled,
  look,
  onSave,
  onClose,
  children,
}: SavingDialogProps) {
  const id = 'schedule-form';
  return (
    <DialogLater
      open
      onClose={onClose}
      title={title}
      closeLabel={savingWords.close}
      {...(look !== undefined && { look })}
      actions={
        <>
          <Button onClick={onClose}>{savingWords.cancel}</Button>
          <button type="submit" form={id} hidden />
          <Button tone="primary" disabled={pending || disabled === true} onClick={onSave}>
            {pending ? savingWords.saving : does}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending && disabled !== true) onSave();
        }}
      >
        <RefusedSummary refusedFields={refusedFields} />
        {children}
        {alert !== null && (
          <p role="alert" className={styles['alert']}>
            {alert}
          </p>
        )}
      </form>
    </DialogLater>
  );
}
