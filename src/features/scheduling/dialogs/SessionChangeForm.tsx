import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { savingWords } from '../saving-words.ts';
import type { Saving } from '../useSaving.ts';
import styles from './dialogs.module.css';
import { RefusedSummary } from './RefusedSummary.tsx';

export type ChangedSession = OutputOf<Contract['sessions']['ofDay']>['sessions'][number];
export type SessionChangeProps = {
  session: ChangedSession;
  onClose: () => void;
  onSaved: (warnings: readonly string[]) => void;
};

type SessionChangeFormProps = {
  note?: string | undefined;
  does: string;
  saving: Saving;
  disabled?: boolean | undefined;
  onSave: () => void;
  children?: ReactNode;
};

/** One part of a dialog that saves by itself. */
export function SessionChangeForm({
  note,
  does,
  saving: { pending, refusedFields, alert },
  disabled,
  onSave,
  children,
}: SessionChangeFormProps) {
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending && disabled !== true) onSave();
      }}
    >
      <RefusedSummary refusedFields={refusedFields} />
      {note !== undefined && <p className={styles['note']}>{note}</p>}
      {children}
      {alert !== null && (
        <p role="alert" className={styles['alert']}>
          {alert}
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
