import { useId, type ReactNode } from 'react';
import styles from './SidePanel.module.css';

/** One short answer beside the form. */
export function SidePanel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles['block']} aria-labelledby={id}>
      <h2 id={id} className={styles['title']}>
        {title}
      </h2>
      {children}
    </section>
  );
}
