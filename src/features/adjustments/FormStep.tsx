import { useId, type ReactNode } from 'react';
import styles from './FormStep.module.css';

type FormStepProps = {
  /** Null where the section is no step of the form. */
  number: number | null;
  title: string;
  /** Said at the right of the title. */
  beside?: ReactNode;
  children: ReactNode;
};

/** One short step of the page, with its number in the margin. */
export function FormStep({ number, title, beside, children }: FormStepProps) {
  const id = useId();
  return (
    <section className={styles['step']} aria-labelledby={id}>
      <span className={styles['number']} aria-hidden="true">
        {number}
      </span>
      <div className={styles['body']}>
        <div className={styles['head']}>
          <h2 id={id} className={styles['title']}>
            {title}
          </h2>
          {beside !== undefined && <p className={styles['beside']}>{beside}</p>}
        </div>
        {children}
      </div>
    </section>
  );
}
