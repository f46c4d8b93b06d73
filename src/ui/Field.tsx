import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';

/** What a control needs to be tied to its label, hint and error. */
export type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  /** Given where an error summary links here. */
  id?: string | undefined;
  className?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
};

export function Field({ label, hint, error, id: given, className, children }: FieldProps) {
  const made = useId();
  const id = given ?? made;
  const described = [hint !== undefined && `${id}-hint`, Boolean(error) && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={classNames(styles['field'], className)}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children({ id, ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true }) })}
      {hint !== undefined && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles['error']} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
