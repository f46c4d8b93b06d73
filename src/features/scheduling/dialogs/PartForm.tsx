import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { savingWords } from '../saving-words.ts';
import type { Saving } from '../useSaving.ts';
import styles from './dialogs.module.css';
import { WrongSummary } from './WrongSummary.tsx';

export type ChangedSession = OutputOf<Contract['sessions']['ofDay']>['sessions'][number];
export type PartProps = {
  session: ChangedSession;
  onClose: () => void;
  onSaved: (warnings: readonly string[]) => void;
};

type PartFormProps = {
  note?: string | undefined;
  does: string;
  saving: Saving;
  disabled?: boolean | undefined;
  onSave: () => void;
  children?: ReactNode;
};

/** One part of a dialog that saves by itself. */
export function PartForm({ note, does, saving: { pending, wrong, otherwise }, disabled, onSave, children }: PartFormProps) {
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending && disabled !== true) onSave();
      }}
    >
      <WrongSummary wrong={wrong} />
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
