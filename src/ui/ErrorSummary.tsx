import { useEffect, useRef } from 'react';
import styles from './ErrorSummary.module.css';

type ErrorSummaryProps = { title: string; errors: readonly { readonly fieldId: string; readonly message: string }[] };

export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);

  // The reader pressed a button below the fold: focus is the only way to bring them and their screen reader to what went wrong.
  useEffect(() => summary.current?.focus(), []);

  return (
    <div ref={summary} tabIndex={-1} className={styles['summary']} role="group" aria-label={title}>
      <h2 className={styles['title']}>{title}</h2>
      <ul className={styles['errors']}>
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            <a href={`#${error.fieldId}`} onClick={(click) => focusField(click, error.fieldId)}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A hash in the address would be read by the router, so the field is focused instead of navigated to. */
function focusField(click: React.MouseEvent, fieldId: string) {
  const field = document.getElementById(fieldId);
  if (field === null) return;
  click.preventDefault();
  field.focus();
}
